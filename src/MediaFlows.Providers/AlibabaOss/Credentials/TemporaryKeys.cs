using System.Globalization;
using System.Text.Json;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>The JSON of temporary keys that STS, the ECS metadata service and a credentials URI share.</summary>
internal static class TemporaryKeys
{
    /// <summary>Reads <c>AccessKeyId, AccessKeySecret, SecurityToken, Expiration</c>.</summary>
    public static OssCredentials Read(JsonElement json, string source)
    {
        if (json.TryGetProperty("Code", out var code) && code.GetString() is { } word && word != "Success")
            throw new CredentialStepException($"The answer says {word} instead of Success.");
        return Read(json, "AccessKeyId", "AccessKeySecret", "SecurityToken", "Expiration", source);
    }

    /// <summary>Reads an answer that has other names for the same four members; <paramref name="token"/> is null where keys come without one.</summary>
    public static OssCredentials Read(JsonElement json, string id, string secret, string? token, string expiration, string source)
    {
        var (key, itsSecret) = (Text(json, id), Text(json, secret));
        if (key is null || itsSecret is null) throw new CredentialStepException("The answer holds no access key.");
        return new OssCredentials(key, itsSecret, token is null ? null : Text(json, token), Time(Text(json, expiration)), source);
    }

    /// <summary>A time as these answers write it, or null when it is none.</summary>
    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
