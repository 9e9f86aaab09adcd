namespace MediaFlows.Simulator.Volcengine;

/// <summary>The parts of <c>HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…</c>.</summary>
internal sealed record AuthorizationHeader(string AccessKey, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders, string Signature)
{
    private const string Scheme = "HMAC-SHA256 ";

    /// <summary>Takes the header apart; null with a refusal when it is malformed.</summary>
    public static AuthorizationHeader? Parse(string value, out VolcengineRefusal? refusal)
    {
        refusal = VolcengineRefusal.InvalidAuthorization;
        if (!value.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        var parts = value[Scheme.Length..].Split(',', StringSplitOptions.TrimEntries).Select(p => p.Split('=', 2)).Where(p => p.Length == 2)
            .ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        if (!parts.TryGetValue("Signature", out var signature) || signature.Length == 0)
        {
            refusal = VolcengineRefusal.MissingSignature;
            return null;
        }

        if (!parts.TryGetValue("Credential", out var credential) || !parts.TryGetValue("SignedHeaders", out var headers)) return null;
        var scope = credential.Split('/');
        if (scope.Length != 5 || scope[4] != "request") return null;
        refusal = null;
        return new AuthorizationHeader(scope[0], scope[1], scope[2], scope[3], headers.Split(';', StringSplitOptions.RemoveEmptyEntries), signature);
    }
}
