using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Tencent.Api.Tasks;

/// <summary>One result of a procedure.</summary>
/// <param name="Type">Kind of result (<c>Transcode</c>).</param>
/// <param name="Status"><c>SUCCESS</c>, <c>FAIL</c> or <c>PROCESSING</c>.</param>
public sealed record ResultItem(string Type, string Status)
{
    /// <summary>Error word; null when it went well.</summary>
    public string? ErrCodeExt { get; init; }

    /// <summary>Error message.</summary>
    public string? Message { get; init; }

    /// <summary>What came out.</summary>
    public JsonNode? Output { get; init; }

    /// <summary>True for a result that is there.</summary>
    public bool Succeeded => Status == "SUCCESS" && ErrCodeExt is null;
}
