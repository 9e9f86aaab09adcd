using System.ComponentModel;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Providers.Tencent.Flows.Inputs;

/// <summary>What every operation takes that starts a task.</summary>
public abstract record TaskInput : TencentInput
{
    /// <summary>The caller's own deduplication key of at most 50 characters; absent takes one per submit from the ledger.</summary>
    [Description("Your own deduplication key, at most 50 characters; made for you when absent.")]
    public string? SessionId { get; init; }

    /// <summary>Echoed in the task, at most 1000 characters.</summary>
    [Description("Echoed in the task, at most 1000 characters.")]
    public string? SessionContext { get; init; }

    /// <summary>Place in the service's queue, −10 to 10; larger runs earlier.</summary>
    [Description("Place in the queue, -10 to 10; larger runs earlier.")]
    public int? TasksPriority { get; init; }

    /// <summary>JSON text with options of the model.</summary>
    [Description("JSON text with further options.")]
    public string? ExtInfo { get; init; }

    /// <summary>False ends the flow with the TaskId right after the submit.</summary>
    [Description("False ends with the task id right after the submit.")]
    public bool? Wait { get; init; }

    /// <summary>Longest wait in seconds.</summary>
    [Description("Longest wait in seconds.")]
    public int? MaxWait { get; init; }

    /// <summary>Seconds between two looks at the task.</summary>
    [Description("Seconds between two looks at the task.")]
    public int? PollInterval { get; init; }

    /// <summary>What happens when nobody can tell whether the submit was accepted.</summary>
    [Description("What happens when nobody can tell whether the submit was accepted: ask or resubmit.")]
    public AmbiguousSubmit? OnAmbiguousSubmit { get; init; }

    /// <summary>Files that are uploaded or fetched first. Filled in by preparation.</summary>
    [Description("Filled in by preparation.")]
    public IReadOnlyList<PendingMedia>? Uploads { get; init; }

    /// <summary>What preparation noticed without refusing it. Filled in by preparation.</summary>
    [Description("Filled in by preparation.")]
    public IReadOnlyList<string>? Warnings { get; init; }
}
