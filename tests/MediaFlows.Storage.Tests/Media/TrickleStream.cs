using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Tests.Media;

/// <summary>Gives its bytes in small reads, as a network does, perhaps several times over, and fails where a test says so.</summary>
internal sealed class TrickleStream(byte[] bytes, int step) : ForwardStream
{
    private long _read;

    public int Repeat { get; init; } = 1;

    public long? FailAfter { get; init; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_read >= FailAfter) throw new IOException("The sender went away.");
        if (_read >= (long)bytes.Length * Repeat) return ValueTask.FromResult(0);
        var at = (int)(_read % bytes.Length);
        var count = Math.Min(Math.Min(step, buffer.Length), bytes.Length - at);
        bytes.AsMemory(at, count).CopyTo(buffer);
        _read += count;
        return ValueTask.FromResult(count);
    }
}
