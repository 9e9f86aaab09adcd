using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>
/// An answer of any status, read from either envelope: the service's own <c>{code, data, message, request_id}</c>, or the gateway's
/// <c>ResponseMetadata.Error</c>, which sometimes wraps the service's numeric code as text.
/// </summary>
/// <param name="Code">The code as text: a number of the table, or a word of the gateway; null when the body is in neither envelope.</param>
/// <param name="Message">The server's sentence.</param>
/// <param name="Data">The payload; null on errors.</param>
/// <param name="RequestId">The server's request id, or null.</param>
/// <param name="Raw">The answer as it came.</param>
public sealed record JimengAnswer(string? Code, string Message, JsonObject? Data, string? RequestId, VolcengineAnswer Raw)
{
    /// <summary>The code of success.</summary>
    public const string Success = "10000";

    /// <summary>True when the call was carried out.</summary>
    public bool IsSuccess => Code == Success;

    /// <summary>True for a code of the service, false for a word of the gateway.</summary>
    public bool IsServiceCode => Code is not null && Code.All(char.IsAsciiDigit);

    /// <summary>Reads it.</summary>
    public static JimengAnswer Read(VolcengineAnswer raw)
    {
        if (VolcengineError.Read(raw) is { } gateway) return new JimengAnswer(gateway.Code, gateway.Message, null, gateway.RequestId ?? raw.LogId, raw);
        var body = VolcengineError.Parse(raw.Body);
        var code = body?["code"] is JsonValue value ? value.ToString() : null;
        return new JimengAnswer(code, Text(body?["message"]) ?? "", body?["data"] as JsonObject, Text(body?["request_id"]) ?? raw.LogId, raw);
    }

    /// <summary>A text member of the payload; null when it is missing, empty or of another type. A number comes digit for digit.</summary>
    public string? Find(string name) => Text(Data?[name]) is { Length: > 0 } text ? text : null;

    /// <summary>The payload as a record.</summary>
    public JimengResult Result() => new()
    {
        Status = Find("status"),
        VideoUrl = Find("video_url"),
        AigcMetaTagged = Data?["aigc_meta_tagged"]?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        },
    };

    private static string? Text(JsonNode? node) => node is not JsonValue value ? null : value.GetValueKind() switch
    {
        JsonValueKind.String => value.ToString(),
        JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };
}
