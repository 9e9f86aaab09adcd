namespace MediaFlows.Providers.Tencent.Api.Signing;

/// <summary>What TC3-HMAC-SHA256 signs: always <c>POST /</c> with the headers <c>content-type</c> and <c>host</c>.</summary>
/// <param name="Host">Host header exactly as it is sent, port included where it is sent.</param>
/// <param name="ContentType">Content-Type header exactly as it is sent.</param>
/// <param name="Body">The very bytes that are sent.</param>
/// <param name="UnixSeconds">The number that is also sent as <c>X-TC-Timestamp</c>.</param>
public sealed record Tc3Request(string Host, string ContentType, ReadOnlyMemory<byte> Body, long UnixSeconds);
