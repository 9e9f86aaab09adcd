namespace MediaFlows.Core.Limits;

/// <summary>What a hub allows itself at one provider, all flows together. Null means no limit.</summary>
/// <param name="Jobs">Most jobs of the provider at a time: from before the submit until its result is known or the flow stops waiting.</param>
/// <param name="SubmitsPerMinute">Most charged submits a minute.</param>
/// <param name="CallsPerSecond">Most API calls a second, status calls included. Bodies of uploads are not counted.</param>
public sealed record ProviderLimits(int? Jobs, double? SubmitsPerMinute, double? CallsPerSecond)
{
    /// <summary>Nothing is limited.</summary>
    public static ProviderLimits None { get; } = new(null, null, null);

    /// <summary>True when a submit has to be admitted first.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool LimitsSubmits => Jobs is not null || SubmitsPerMinute is not null;
}
