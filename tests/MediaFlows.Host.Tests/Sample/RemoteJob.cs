namespace MediaFlows.Host.Tests.Sample;

/// <summary>The one job at the pretended provider.</summary>
public sealed class RemoteJob
{
    private int _polls;

    public bool IsDone { get; set; }

    public int Polls => _polls;

    public void Asked() => Interlocked.Increment(ref _polls);
}
