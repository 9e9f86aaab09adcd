namespace MediaFlows.Providers.Tencent.Api.Signing;

/// <summary>What a COS v5 authorization covers.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Decoded object path with its leading slash; the request line carries it percent-encoded.</param>
public sealed record CosRequest(string Method, string Path)
{
    /// <summary>Query parameters by name; a parameter without a value has an empty one.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Headers to sign by name; those with an empty value are left out.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
