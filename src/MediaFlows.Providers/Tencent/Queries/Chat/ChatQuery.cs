using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Queries;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Api.Chat;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Queries.Chat;

/// <summary>Talks to a chat model, as a whole or as a stream. Every answered call is charged, so a call without an answer is not repeated.</summary>
public sealed class ChatQuery(ChatClient client, TencentSettings settings) : StreamingQuery<ChatInput, JsonObject>, IPlannedQuery
{
    private const int DefaultTimeout = 120;

    /// <inheritdoc/>
    public override string Name => "tencent.aigc-chat";

    /// <inheritdoc/>
    public override string Description => "Talks to a chat model of Tencent Cloud VOD; answers are charged.";

    /// <inheritdoc/>
    public override async Task<JsonObject> RunAsync(ChatInput input, CancellationToken cancellationToken)
    {
        var (body, warnings) = Build(input);
        var answer = await client.CompleteAsync(body, input.Token, Limit(input), cancellationToken);
        if (warnings is not null) answer["warnings"] = VodJson.Array(warnings);
        return answer;
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<JsonNode> StreamAsync(ChatInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (body, warnings) = Build(input);
        body["stream"] = true;
        if (warnings is not null) yield return new JsonObject { ["warnings"] = VodJson.Array(warnings) };
        await foreach (var chunk in client.StreamAsync(body, input.Token, Limit(input), cancellationToken)) yield return chunk;
    }

    /// <inheritdoc/>
    public IReadOnlyList<PlannedRequest> Plan(object input)
    {
        var (body, warnings) = Build((ChatInput)input);
        return
        [
            new PlannedRequest("ASK", "POST", new Uri(settings.ChatEndpoint, ChatClient.Path).ToString())
            {
                Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Authorization"] = "***" },
                Body = PlannedBody.Redact(body),
                Charged = true,
                Note = warnings is null ? null : string.Join(' ', warnings),
            },
        ];
    }

    private static (JsonObject Body, IReadOnlyList<string>? Warnings) Build(ChatInput input)
    {
        var checks = new InputChecks();
        var body = ChatBodies.Build(input, checks);
        checks.ThrowIfAny();
        return (body, checks.Warnings);
    }

    private static TimeSpan Limit(ChatInput input) => TimeSpan.FromSeconds(input.Timeout ?? DefaultTimeout);
}
