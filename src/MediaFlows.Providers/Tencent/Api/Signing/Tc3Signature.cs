namespace MediaFlows.Providers.Tencent.Api.Signing;

/// <summary>A signature and what it was made from.</summary>
/// <param name="BodyHash">Lower-case hex SHA-256 of the body.</param>
/// <param name="CanonicalHash">Lower-case hex SHA-256 of the canonical request.</param>
/// <param name="Value">The signature in lower-case hex.</param>
/// <param name="Authorization">Value of the Authorization header.</param>
public sealed record Tc3Signature(string BodyHash, string CanonicalHash, string Value, string Authorization);
