using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Output of <see cref="FindPlayUrl"/>.</summary>
/// <param name="Url">The URL; empty when the space has no way to play.</param>
public sealed record PlayUrl([property: Sensitive(SensitiveKind.SignedUrl)] string Url);
