namespace MediaFlows.Api.Links;

/// <summary>The check-status payload that Durable Functions answers a start with, word for word in camelCase.</summary>
public record CheckStatusPayload
{
    /// <summary>Instance id.</summary>
    public required string Id { get; init; }

    /// <summary><c>GET</c>: status.</summary>
    public required string StatusQueryGetUri { get; init; }

    /// <summary><c>POST</c> with the event's name in place of <c>{eventName}</c>.</summary>
    public required string SendEventPostUri { get; init; }

    /// <summary><c>POST</c>: hard stop.</summary>
    public required string TerminatePostUri { get; init; }

    /// <summary><c>POST</c>: again from the failed step.</summary>
    public required string RewindPostUri { get; init; }

    /// <summary><c>DELETE</c>: purge.</summary>
    public required string PurgeHistoryDeleteUri { get; init; }

    /// <summary><c>POST</c>: a new run with the same input.</summary>
    public required string RestartPostUri { get; init; }

    /// <summary><c>POST</c>: hold.</summary>
    public required string SuspendPostUri { get; init; }

    /// <summary><c>POST</c>: go on.</summary>
    public required string ResumePostUri { get; init; }
}
