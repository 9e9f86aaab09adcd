using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>The document's answer of every command: <c>status, message, request_id, data, error</c>, all always present.</summary>
/// <typeparam name="TData">Shape of <see cref="Data"/>.</typeparam>
public sealed record Envelope<TData>
{
    /// <summary><c>success</c>; a failure is reported as an error whose document is the same envelope with <c>error</c>.</summary>
    [JsonPropertyName("status")]
    public string Status { get; init; } = "success";

    /// <summary>A sentence for people.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>UUID made by the client.</summary>
    [JsonPropertyName("request_id")]
    public required string RequestId { get; init; }

    /// <summary>The result.</summary>
    [JsonPropertyName("data")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required TData Data { get; init; }

    /// <summary>Null on success.</summary>
    [JsonPropertyName("error")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonNode? Error { get; init; }
}
