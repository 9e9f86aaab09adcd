namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>What a code means for the flow.</summary>
public enum JimengCodeKind
{
    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>A content check refused input or output, or failed itself: final, and on a query the end of the task.</summary>
    ContentRisk,

    /// <summary>Not accepted: the same call may be made again.</summary>
    Throttled,

    /// <summary>The server failed: a query is made again, a submit may have been accepted.</summary>
    ServerError,
}
