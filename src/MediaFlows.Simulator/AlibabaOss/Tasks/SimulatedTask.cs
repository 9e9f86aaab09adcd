using MediaFlows.Simulator.AlibabaOss.Objects;
using MediaFlows.Simulator.AlibabaOss.Processing;

namespace MediaFlows.Simulator.AlibabaOss.Tasks;

/// <summary>An IMM task.</summary>
internal sealed class SimulatedTask
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Project { get; init; }

    public required string EventId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>What it does when its time has come; returns the text result of an extraction, or null.</summary>
    public required Func<CancellationToken, Task<string?>> Work { get; init; }

    /// <summary>Error to end with instead of working, or null.</summary>
    public string? FailWith { get; init; }

    public string Status { get; set; } = "Running";

    public string? Code { get; set; }

    public string? Message { get; set; }

    public string? Content { get; set; }
}
