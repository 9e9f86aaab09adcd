using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.BytePlus.Jobs;

/// <summary>A processing run.</summary>
internal sealed record Execution(string RunId, string DedupeKey, string Space, JsonObject Request, DateTimeOffset StartedAt, DateTimeOffset DueAt)
{
    private readonly Lock _lock = new();
    private Task? _work;

    /// <summary><c>Success</c>, <c>Failed</c> or <c>Terminated</c>.</summary>
    public required string End { get; init; }

    /// <summary>Code of a failed run.</summary>
    public string Code { get; init; } = "";

    /// <summary>True when the account loses the permission while the run goes on.</summary>
    public bool Denied { get; init; }

    /// <summary>Store URI of the source.</summary>
    public required string SourceUri { get; init; }

    /// <summary>Path of the result on the play domain.</summary>
    public required string OutputName { get; init; }

    /// <summary>Store URI of the result.</summary>
    public required string OutputUri { get; init; }

    /// <summary>Makes the result.</summary>
    public required Func<Task> Produce { get; init; }

    /// <summary>Awaits the result; the first caller has it made.</summary>
    public Task FinishAsync()
    {
        lock (_lock) return _work ??= Produce();
    }

    public bool IsFinished(DateTimeOffset now) => now >= DueAt;

    /// <summary>Documented state at a time.</summary>
    public string State(DateTimeOffset now) =>
        IsFinished(now) ? End : now - StartedAt < (DueAt - StartedAt) / 5 ? "PendingStart" : "Running";
}
