namespace MediaFlows.Simulator.Tencent.Tasks;

/// <summary>Times as the API writes them.</summary>
internal static class TaskTimes
{
    /// <summary>ISO 8601 in UTC without fractions.</summary>
    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
