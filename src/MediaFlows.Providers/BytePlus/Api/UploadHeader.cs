using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>A header that the provider wants on every request of an upload.</summary>
/// <param name="Key">Name.</param>
/// <param name="Value">Value; may authorize, so it is treated as a secret.</param>
public sealed record UploadHeader(string Key, [property: Sensitive] string Value);
