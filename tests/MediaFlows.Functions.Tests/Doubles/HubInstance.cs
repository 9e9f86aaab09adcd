using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Tests.Doubles;

/// <summary>One orchestration on the fake hub.</summary>
internal sealed class HubInstance(string id, string name, string? input, DateTimeOffset createdAt)
{
    public string Id => id;

    public string Name => name;

    public string? Input { get; set; } = input;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset UpdatedAt { get; set; }

    public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Pending;

    public string? Output { get; set; }

    public string? FailureMessage { get; set; }

    public string? CustomStatus { get; set; }

    public (string Id, int TaskId)? Parent { get; init; }

    public List<HubEvent> History { get; } = [];

    /// <summary>Events that wait for the next turn.</summary>
    public Queue<HubEvent> Inbox { get; } = new();

    /// <summary>Task ids below this were scheduled by an earlier turn.</summary>
    public int Scheduled { get; set; }

    /// <summary>Counts executions of the id, so that answers to an older one are dropped.</summary>
    public int Execution { get; set; }

    public bool Ended => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}
