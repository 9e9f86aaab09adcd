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
        var id = Text(json, "AccessKeyId");
        var secret = Text(json, "AccessKeySecret");
        if (id is null || secret is null) throw new CredentialStepException("The answer holds no access key.");
        var ends = Text(json, "Expiration") is { } e
            && DateTimeOffset.TryParse(e, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : (DateTimeOffset?)null;
        return new OssCredentials(id, secret, Text(json, "SecurityToken"), ends, source);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
