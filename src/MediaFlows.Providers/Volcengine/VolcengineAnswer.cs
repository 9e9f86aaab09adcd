using System.Net;

namespace MediaFlows.Providers.Volcengine;

/// <summary>A complete answer of an OpenAPI, of any status.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Body bytes.</param>
/// <param name="LogId">Correlation id from <c>X-Tt-Logid</c>, or null.</param>
/// <param name="RetryAfter">What <c>Retry-After</c> asked for, or null.</param>
public sealed record VolcengineAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Body, string? LogId, TimeSpan? RetryAfter)
{
    /// <summary>UTC time at the server (<c>Date</c>), or null.</summary>
    public DateTimeOffset? Date { get; init; }
}
