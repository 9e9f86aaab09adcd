using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Core.Webhooks;

/// <summary>CloudEvents 1.0 in structured JSON.</summary>
internal static class CloudEvents
{
    public const string ContentType = "application/cloudevents+json";

    /// <summary>The event <c>mediaflows.flow.{state}</c> about <paramref name="instanceId"/>; its source and subject make the path of the status document.</summary>
    public static string Write(FlowSerializer serializer, string id, string instanceId, NotifyEvent happened, JsonElement? document)
    {
        var at = DateTime.SpecifyKind(happened.At, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var data = document is { } d ? (JsonNode)JsonObject.Create(d)! : new JsonObject { ["id"] = instanceId, ["state"] = happened.State, ["resumes"] = happened.Resumes };
        return new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = id,
            ["type"] = "mediaflows.flow." + happened.State,
            ["source"] = "/api/flows",
            ["subject"] = instanceId,
            ["time"] = at,
            ["datacontenttype"] = "application/json",
            ["data"] = data,
        }.ToJsonString(serializer.Plain);
    }
}
