using System.Net;
using System.Text.Json.Nodes;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Functions.Durable;
using MediaFlows.Functions.Naming;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Client;

/// <summary>
/// Reads histories from the extension's own status route (<c>showHistory=true</c>): it has them for every storage provider, while the worker's
/// client has them for some. The call goes to this app's own address, with the system key that the client binding brings.
/// </summary>
public sealed class ManagementHistory : IInstanceHistory
{
    /// <summary>Name of the HTTP client.</summary>
    public const string HttpName = "durable-management";

    private readonly IHttpClientFactory _http;

    /// <summary>Calls with clients of <paramref name="http"/>.</summary>
    public ManagementHistory(IHttpClientFactory http) => _http = http;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FlowHistoryEvent>> ReadAsync(DurableTaskClient client, string instanceId, CancellationToken cancellationToken)
    {
        var status = client.CreateHttpManagementPayload(instanceId).StatusQueryGetUri!;
        var address = $"{status}{(status.Contains('?', StringComparison.Ordinal) ? '&' : '?')}showHistory=true&showHistoryOutput=true&showInput=true";
        try
        {
            using var answer = await _http.CreateClient(HttpName).GetAsync(new Uri(address), cancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Accepted)) throw Unreadable($"it answered {(int)answer.StatusCode}");
            var json = JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            return [.. (json?["historyEvents"]?.AsArray() ?? []).Select((item, i) => Read(i, item!.AsObject()))];
        }
        catch (HttpRequestException)
        {
            throw Unreadable("it could not be reached");
        }
    }

    /// <summary>One event as the extension writes it.</summary>
    public static FlowHistoryEvent Read(long sequence, JsonObject item)
    {
        var name = Text(item, "FunctionName") ?? Text(item, "Name");
        var failure = FailureText.Find(Text(item, "Reason")) ?? FailureText.Find(Text(item, "Details")) ?? FailureText.Find(item["Result"]?.ToJsonString());
        return new FlowHistoryEvent(sequence, Text(item, "EventType") ?? "", Time(item, "Timestamp") ?? DateTimeOffset.UnixEpoch)
        {
            Name = name is null ? null : CatalogName(name),
            TaskId = (int?)item["TaskScheduledId"] ?? (int?)item["TimerId"] ?? (int?)item["EventId"],
            Input = Unwrap(item["Input"]),
            Result = failure is null ? item["Result"]?.DeepClone() : null,
            Error = failure?.Error,
            FireAt = Time(item, "FireAt"),
            InstanceId = Text(item, "InstanceId"),
            Attempt = item["Input"] is JsonObject call ? (int?)call["attempt"] : null,
            Reason = failure is null ? Text(item, "Reason") : null,
        };
    }

    // Activities and flows get an envelope; people look for what is in it.
    private static JsonNode? Unwrap(JsonNode? input)
    {
        // An input comes as the text of its JSON, a result as JSON.
        if (input is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith('{')) input = JsonNode.Parse(text);
        return input is JsonObject call && call.ContainsKey("input") ? call["input"]?.DeepClone() : input?.DeepClone();
    }

    private static string CatalogName(string function) =>
        FunctionNames.FlowOf(function.StartsWith("activity_", StringComparison.Ordinal) ? function["activity_".Length..] : function);

    private static string? Text(JsonObject item, string name) => item[name] is JsonValue v && v.TryGetValue<string>(out var text) ? text : null;

    private static DateTimeOffset? Time(JsonObject item, string name) => DateTimeOffset.TryParse(Text(item, name), out var time) ? time.ToUniversalTime() : null;

    private static FlowException Unreadable(string why) =>
        new(new FlowError(ErrorCodes.StorageUnavailable, $"The Durable Task extension was asked for the history and {why}.") { Retryable = true, Hint = "Try again; see docs/operations-azure.md." });
}
