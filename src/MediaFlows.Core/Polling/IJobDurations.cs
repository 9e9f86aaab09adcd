namespace MediaFlows.Core.Polling;

/// <summary>How long provider jobs of a kind took before; used to time the first poll. Loss of this knowledge costs polls, nothing else.</summary>
public interface IJobDurations
{
    /// <summary>A typical duration (median of recent ones), or null while fewer than three are known.</summary>
    TimeSpan? Typical(string key);

    /// <summary>Adds one finished job.</summary>
    void Record(string key, TimeSpan duration);
}
