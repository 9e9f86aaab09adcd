using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.State;
using MediaFlows.Simulator.Tencent.Vod;
using Microsoft.AspNetCore.WebUtilities;

namespace MediaFlows.Simulator.Tencent.Auth;

/// <summary>A call in the older form encoding with signature version 1, as the upload SDK for Node still sends it.</summary>
internal static class FormCall
{
    private static readonly string[] Common = ["Action", "Version", "Region", "Timestamp", "Nonce", "SecretId", "Signature", "SignatureMethod", "Language", "RequestClient", "Token"];
    private static readonly string[] Numbers = ["SubAppId", "ClassId", "TasksPriority", "Offset", "Limit"];

    /// <summary>Checks the signature and returns the action, version, region and members. Nested members are not supported.</summary>
    public static (string Action, string Version, string Region, JsonObject Body) Read(HttpRequest request, byte[] body, DateTimeOffset now)
    {
        var form = new FormReader(Encoding.UTF8.GetString(body)).ReadForm().ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
        if (!form.TryGetValue("Action", out var action)) throw new VodException("MissingParameter", "Action is missing.");
        if (!long.TryParse(form.GetValueOrDefault("Timestamp"), out var timestamp)) throw new VodException("MissingParameter", "Timestamp is missing.");
        if ((DateTimeOffset.FromUnixTimeSeconds(timestamp) - now).Duration() > TimeSpan.FromMinutes(5)) throw new VodException("AuthFailure.SignatureExpire", "The request's time is more than five minutes off.");
        if (form.GetValueOrDefault("SecretId") != SimulatedAccount.SecretId) throw new VodException("AuthFailure.SecretIdNotFound", "The SecretId is not found.");
        var signed = string.Join('&', form.Where(f => f.Key != "Signature").OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
        var text = Encoding.UTF8.GetBytes($"{request.Method}{request.Host.Host}/?{signed}");
        var key = Encoding.UTF8.GetBytes(SimulatedAccount.SecretKey);
// HMAC-SHA1 is what the service's signature scheme prescribes.
#pragma warning disable CA5350
        var mac = form.GetValueOrDefault("SignatureMethod") == "HmacSHA256" ? HMACSHA256.HashData(key, text) : HMACSHA1.HashData(key, text);
#pragma warning restore CA5350
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToBase64String(mac)), Encoding.ASCII.GetBytes(form.GetValueOrDefault("Signature", ""))))
            throw new VodException("AuthFailure.SignatureFailure", "The signature does not match what was sent.");

        var members = new JsonObject();
        foreach (var (name, value) in form.Where(f => !Common.Contains(f.Key)))
            members[name] = Numbers.Contains(name) ? JsonValue.Create(long.Parse(value, CultureInfo.InvariantCulture)) : JsonValue.Create(value);
        return (action, form.GetValueOrDefault("Version", ""), form.GetValueOrDefault("Region", ""), members);
    }
}
