namespace MediaFlows.Simulator.Tencent.Cos;

/// <summary>Reads files one after the other, so that a large object is put together without holding it in memory.</summary>
internal sealed class PartsStream(IReadOnlyList<string> files) : Stream
{
    private FileStream? _current;
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            if (_current is null)
            {
                if (_next == files.Count) return 0;
                _current = File.OpenRead(files[_next++]);
            }

            var read = _current.Read(buffer, offset, count);
            if (read > 0) return read;
            _current.Dispose();
            _current = null;
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _current?.Dispose();
        base.Dispose(disposing);
    }
}
