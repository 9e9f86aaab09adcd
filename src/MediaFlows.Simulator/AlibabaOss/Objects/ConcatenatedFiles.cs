namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>Several files read as one, without holding them in memory.</summary>
internal sealed class ConcatenatedFiles(IReadOnlyList<string> paths) : ReadThrough
{
    private FileStream? _current;
    private int _next;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (_current is null)
            {
                if (_next == paths.Count) return 0;
                _current = File.OpenRead(paths[_next++]);
            }

            var read = await _current.ReadAsync(buffer, cancellationToken);
            if (read > 0) return read;
            await _current.DisposeAsync();
            _current = null;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _current?.Dispose();
        base.Dispose(disposing);
    }
}
