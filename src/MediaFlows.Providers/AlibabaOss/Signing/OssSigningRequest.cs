namespace MediaFlows.Providers.AlibabaOss.Signing;

/// <summary>The parts of an OSS request that its signature covers.</summary>
/// <param name="Method">HTTP method in upper case.</param>
/// <param name="Bucket">Bucket, or null for a call to the service itself.</param>
/// <param name="Key">Object key, not encoded; null or empty for a bucket-level call.</param>
/// <param name="Query">Query parameters, not encoded; a null or empty value is sent as the name alone.</param>
/// <param name="Headers">Headers as sent; names are compared without case.</param>
public sealed record OssSigningRequest(
    string Method,
    string? Bucket,
    string? Key,
    IReadOnlyList<KeyValuePair<string, string?>> Query,
    IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>A value of <see cref="Headers"/>, trimmed, or an empty string.</summary>
    internal string Header(string name)
    {
        foreach (var (key, value) in Headers)
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) return value.Trim();
        return "";
    }
}
