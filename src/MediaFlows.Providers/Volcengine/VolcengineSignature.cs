namespace MediaFlows.Providers.Volcengine;

/// <summary>
/// A computed signature with what it was computed from. <see cref="CanonicalRequest"/> may hold a session token: never log it.
/// </summary>
/// <param name="Authorization">Value of the <c>Authorization</c> header.</param>
/// <param name="Date">Value of the <c>X-Date</c> header.</param>
/// <param name="Signature">Lower-case hex HMAC-SHA256.</param>
/// <param name="CanonicalRequest">What was hashed.</param>
public sealed record VolcengineSignature(string Authorization, string Date, string Signature, string CanonicalRequest)
{
    /// <summary>Shows nothing but the day.</summary>
    public override string ToString() => $"VolcengineSignature({Date}, ***)";
}
