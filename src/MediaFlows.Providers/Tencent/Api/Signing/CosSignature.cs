namespace MediaFlows.Providers.Tencent.Api.Signing;

/// <summary>A COS v5 signature and what it was made from.</summary>
/// <param name="SignKey">Lower-case hex key for the time window; its text is the HMAC key.</param>
/// <param name="FormatString">The canonical request.</param>
/// <param name="FormatHash">Lower-case hex SHA-1 of <paramref name="FormatString"/>.</param>
/// <param name="Value">The signature in lower-case hex.</param>
/// <param name="Authorization">Value of the Authorization header; no scheme, so it must be sent without header validation.</param>
public sealed record CosSignature(string SignKey, string FormatString, string FormatHash, string Value, string Authorization);
