using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.Faults;

/// <summary>One scripted fault. Posted to <c>/_sim/faults</c> as JSON.</summary>
public sealed class FaultRule
{
    private int _seen;

    /// <summary>Operation it applies to (as the cloud names it); null for all.</summary>
    public string? Operation { get; init; }

    /// <summary>What happens.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>Matching requests let through first.</summary>
    public int Skip { get; init; }

    /// <summary>Matching requests affected after that; the default is one.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Milliseconds, for <see cref="FaultKind.Latency"/>.</summary>
    public int DelayMs { get; init; }

    /// <summary>HTTP status, for <see cref="FaultKind.Status"/>.</summary>
    public int Status { get; init; } = 500;

    /// <summary>Answer headers, for <see cref="FaultKind.Status"/> (<c>Retry-After</c>).</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>JSON answer body, for <see cref="FaultKind.Status"/>.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>Counts a matching request and says whether it is affected.</summary>
    internal bool Take(string operation)
    {
        if (Operation is not null && !string.Equals(Operation, operation, StringComparison.OrdinalIgnoreCase)) return false;
        var number = Interlocked.Increment(ref _seen);
        return number > Skip && number <= Skip + Times;
    }
}
