using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Api.Security;

/// <summary>
/// Codes that open the Durable Functions routes of one instance: a check-status payload can be handed on without handing on the key.
/// A code is an HMAC of the instance id under the API key, so it needs no storage and ends with the key.
/// </summary>
public sealed class InstanceCodes : IInstanceCodes
{
    private readonly IApiKeys _keys;

    /// <summary>Derives codes from <paramref name="keys"/>.</summary>
    public InstanceCodes(IApiKeys keys) => _keys = keys;

    /// <summary>The code of instance <paramref name="id"/>.</summary>
    public string For(string id) => Derive(_keys.Current[0], id);

    /// <summary>True when <paramref name="code"/> is the code of instance <paramref name="id"/> under a valid key.</summary>
    public bool Matches(string id, string code) => KeyComparison.IsAny([.. _keys.Current.Select(k => Derive(k, id))], code);

    private static string Derive(string key, string id) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes("mediaflows instance code\n" + id)));
}
