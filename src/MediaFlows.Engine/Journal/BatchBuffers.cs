namespace MediaFlows.Engine.Journal;

/// <summary>Keeps a few buffers of past batches, so that a busy hub does not allocate megabytes per append.</summary>
internal sealed class BatchBuffers
{
    private const int Kept = 4;
    private const int FirstSize = 32 * 1024;
    private readonly Stack<byte[]> _free = new();

    public byte[] Take() => _free.Count > 0 ? _free.Pop() : new byte[FirstSize];

    public void Return(byte[] buffer)
    {
        if (_free.Count < Kept) _free.Push(buffer);
    }
}
