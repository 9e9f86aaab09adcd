using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Queries;
using MediaFlows.Providers.BytePlus.Activities;
using MediaFlows.Providers.BytePlus.Api;
using MediaFlows.Providers.BytePlus.Flows;

namespace MediaFlows.Providers.BytePlus.Queries;

/// <summary>
/// Asks once how an enhancement stands (<c>GetExecution</c>, 2025-07-01). A finished one gives the document's success or failure line with
/// play URLs, an unfinished one <c>{"Status","RunId","SpaceName"}</c>.
/// </summary>
public sealed class ExecutionQuery(VodClient client, PlayUrls urls, BytePlusConnection connection)
    : Query<ExecutionQueryInput, JsonObject>
{
    private static readonly JsonSerializerOptions Plain = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <inheritdoc/>
    public override string Name => "byteplus.execution";

    /// <inheritdoc/>
    public override string Description => "How an enhancement stands, with its result once it is finished.";

    /// <inheritdoc/>
    public override async Task<JsonObject> RunAsync(ExecutionQueryInput input, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.RunId)) throw new InvalidInputException("runId", "Name the run.");
        var run = await client.CallAsync<ExecutionResult>(VodCalls.GetExecution(input.RunId), cancellationToken);
        var answer = PollEnhance.Judge(run, new EnhanceTarget(input.RunId, 1, input.Space ?? connection.Space));
        if (answer.State == PollState.Failed) return answer.Error!.Document!.DeepClone().AsObject();
        if (answer.State == PollState.Pending)
            return new JsonObject { ["Status"] = run.Status ?? "", ["RunId"] = input.RunId, ["SpaceName"] = run.Meta?.SpaceName ?? input.Space ?? connection.Space };

        var path = answer.Result!["directUrl"]!.GetValue<string>();
        var space = answer.Result["space"]!.GetValue<string>();
        var url = await urls.FindAsync(connection.PlayUrlOf(space, path), cancellationToken);
        var output = EnhanceOutputs.Success(space, answer.Result["fileId"]!.GetValue<string>(), path, url);
        return JsonSerializer.SerializeToNode(output, Plain)!.AsObject();
    }
}
