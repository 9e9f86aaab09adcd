namespace MediaFlows.Providers.Volcengine;

/// <summary>The parts of a request that a signature covers.</summary>
public sealed record SignableRequest
{
    /// <summary>HTTP method, upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Path; <c>/</c> for every OpenAPI action.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Query parameters, decoded; <c>Action</c> and <c>Version</c> among them.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Query { get; init; }

    /// <summary>
    /// Headers to sign, by name in any case. <c>x-date</c>, and with a session token <c>x-security-token</c>, are added by the signer.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Lower-case hex SHA-256 of the exact body bytes.</summary>
    public string BodyHash { get; init; } = VolcengineSigner.EmptyBodyHash;
}
