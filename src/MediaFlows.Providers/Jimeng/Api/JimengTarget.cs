namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>A submitted task.</summary>
/// <param name="ReqKey">The key it was submitted with; a query with another one is refused.</param>
/// <param name="TaskId">A decimal number of 19 or 20 digits, as text: values above 2⁶³ occur.</param>
public sealed record JimengTarget(string ReqKey, string TaskId)
{
    /// <summary>Time limit of a request, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = JimengService.DefaultTimeoutSeconds;

    /// <summary>UTC time from which on <c>not_found</c> is believed: right after a submit the service may not know the task everywhere.</summary>
    public DateTime? KnownFrom { get; init; }

    /// <summary>The mark to write into the video, or null.</summary>
    public JimengAigcMeta? AigcMeta { get; init; }
}
