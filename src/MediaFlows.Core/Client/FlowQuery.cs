namespace MediaFlows.Core.Client;

/// <summary>Filter and page of a listing, newest first.</summary>
public sealed record FlowQuery
{
    /// <summary>Only these statuses; empty for all.</summary>
    public IReadOnlyList<FlowStatus> Statuses { get; init; } = [];

    /// <summary>Only this flow.</summary>
    public string? Flow { get; init; }

    /// <summary>Only this batch.</summary>
    public string? Batch { get; init; }

    /// <summary>Only ids that start with this.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>Created at or after, UTC.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Created at or before, UTC.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Only children of this instance.</summary>
    public string? ParentId { get; init; }

    /// <summary>True to list sub-orchestrations and internal flows too.</summary>
    public bool IncludeChildren { get; init; }

    /// <summary>Rows per page, 1 to 1000.</summary>
    public int Top { get; init; } = 50;

    /// <summary>Cursor of the page before.</summary>
    public string? Continuation { get; init; }

    /// <summary>True to read inputs too.</summary>
    public bool IncludeInput { get; init; }

    /// <summary>True to read outputs too.</summary>
    public bool IncludeOutput { get; init; }
}
