using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.State;

namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>A request that was signed and shaped well.</summary>
internal sealed record VodRequest(string Action, JsonObject Body, TencentState State)
{
    /// <summary>The sub-application it speaks to; the main one when it names none.</summary>
    public long SubAppId => Number("SubAppId") is { } id ? (long)id : SimulatedAccount.AppId;

    /// <summary>Text of a member, empty when absent.</summary>
    public string Text(string name) => TextOf(Body, name);

    /// <summary>Number of a member, or null.</summary>
    public double? Number(string name) => NumberOf(Body, name);

    /// <summary>Texts of a list member.</summary>
    public IReadOnlyList<string> List(string name) => ListOf(Body, name);

    /// <summary>The media of a FileId in this sub-application.</summary>
    public SimMedia RequireMedia(string fileId) =>
        State.Media.TryGetValue(fileId, out var media) && media.SubAppId == SubAppId
            ? media
            : throw new VodException("InvalidParameterValue.FileId", $"The FileId {fileId} does not exist.");

    public static string TextOf(JsonNode? node, string name) => node is JsonObject o && o[name] is JsonValue v && v.GetValueKind() == JsonValueKind.String ? v.GetValue<string>() : "";

    public static double? NumberOf(JsonNode? node, string name) => node is JsonObject o && o[name] is JsonValue v && v.GetValueKind() == JsonValueKind.Number ? double.Parse(v.ToJsonString()) : null;

    public static IReadOnlyList<string> ListOf(JsonNode? node, string name) =>
        node is JsonObject o && o[name] is JsonArray array ? [.. array.Select(v => v!.ToString())] : [];
}
