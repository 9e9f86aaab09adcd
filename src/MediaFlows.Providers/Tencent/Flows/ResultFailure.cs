using System.Text.Json.Serialization;

namespace MediaFlows.Providers.Tencent.Flows;

/// <summary>One result that is not there.</summary>
/// <param name="Type">Kind of result.</param>
/// <param name="Status">Its status word.</param>
/// <param name="ErrCodeExt">Error word.</param>
/// <param name="Message">Error message.</param>
public sealed record ResultFailure(
    [property: JsonPropertyName("Type")] string Type,
    [property: JsonPropertyName("Status")] string Status,
    [property: JsonPropertyName("ErrCodeExt")] string? ErrCodeExt,
    [property: JsonPropertyName("Message")] string? Message);
