namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>One request to the upload gateway.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Query">Query with its question mark, or empty.</param>
internal sealed record GatewayRequest(HttpMethod Method, string Query)
{
    /// <summary>What error messages call it.</summary>
    public required string Name { get; init; }

    /// <summary>Makes the body; null sends none.</summary>
    public Func<Action, HttpContent>? Content { get; init; }

    /// <summary><c>Content-CRC32</c>, or null.</summary>
    public string? Crc { get; init; }

    /// <summary>True for the requests of an upload in parts, whose numbers then start at 1.</summary>
    public bool InParts { get; init; }
}
