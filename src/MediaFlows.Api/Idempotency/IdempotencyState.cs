namespace MediaFlows.Api.Idempotency;

/// <summary>How far the first request with a key came.</summary>
public enum IdempotencyState
{
    /// <summary>Recorded; the instance may or may not exist yet.</summary>
    Starting,

    /// <summary>The instance exists.</summary>
    Started,
}
