using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>What lies at a target key.</summary>
/// <param name="Facts">The object, or null when there is none.</param>
public sealed record TargetState(ObjectFacts? Facts);
