using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>One submit of a task.</summary>
public sealed record VodTaskRequest
{
    /// <summary>For the serializer.</summary>
    [JsonConstructor]
    public VodTaskRequest()
    {
    }

    /// <summary>A submit of <paramref name="action"/>, which starts a task of type <paramref name="taskType"/>.</summary>
    public VodTaskRequest(string action, string taskType, JsonObject body)
    {
        Action = action;
        TaskType = taskType;
        Body = body;
    }

    /// <summary>API action.</summary>
    public string Action { get; init; } = "";

    /// <summary>TaskType of the task that it starts.</summary>
    public string TaskType { get; init; } = "";

    /// <summary>Request members as JSON text, without the SessionId. They may hold signed links, so the whole text is protected where it is recorded.</summary>
    [Sensitive(SensitiveKind.SignedUrl)]
    public string BodyText { get; init; } = "{}";

    /// <summary>Request members; a copy at each reading.</summary>
    [JsonIgnore]
    public JsonObject Body
    {
        get => (JsonObject)JsonNode.Parse(BodyText)!;
        init => BodyText = VodJson.Embed(value);
    }

    /// <summary>Region of the call; null takes the configured one.</summary>
    public string? Region { get; init; }

    /// <summary>The caller's own deduplication key; null takes the ledger's token.</summary>
    public string? SessionId { get; init; }

    /// <summary>False for the one action that takes no SessionId (ImportMediaKnowledge).</summary>
    public bool TakesSession { get; init; } = true;

    /// <summary>Where durations of such tasks are learned.</summary>
    public required string DurationKey { get; init; }
}
