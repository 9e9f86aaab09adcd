using System.Text;

namespace MediaFlows.Core.Tests.Batches;

/// <summary>A file of many lines that exists only as far as it is read.</summary>
public sealed class LineStream(long count, Func<long, string> line) : Stream
{
    private byte[] _current = [];
    private int _at;

    /// <summary>Lines made so far.</summary>
    public long Lines { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_at == _current.Length)
        {
            if (Lines == count) return 0;
            (_current, _at) = (Encoding.UTF8.GetBytes(line(Lines++)), 0);
        }

        var taken = Math.Min(buffer.Length, _current.Length - _at);
        _current.AsSpan(_at, taken).CopyTo(buffer);
        _at += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
