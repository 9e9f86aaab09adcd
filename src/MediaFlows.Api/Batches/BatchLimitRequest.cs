using System.ComponentModel;

namespace MediaFlows.Api.Batches;

/// <summary>Body of <c>POST /api/batches/{id}/limit</c>.</summary>
public sealed record BatchLimitRequest
{
    /// <summary>Most charged submits of the whole batch from now on, those made included; null lifts the limit.</summary>
    [Description("Most charged submits of the whole batch, those made included; null lifts the limit.")]
    public required long? MaxCharges { get; init; }
}
