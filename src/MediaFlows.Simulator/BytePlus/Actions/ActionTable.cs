using System.Text.Json.Nodes;
using MediaFlows.Simulator.Volcengine;

namespace MediaFlows.Simulator.BytePlus.Actions;

/// <summary>The OpenAPI's actions by name and version.</summary>
internal sealed class ActionTable
{
    private readonly Dictionary<(string Action, string Version), Func<VolcengineRequest, Task<JsonNode?>>> _actions;
    private readonly VolcengineEnvelope _envelope;

    public ActionTable(BytePlusAccount account, VolcengineEnvelope envelope)
    {
        _envelope = envelope;
        var uploads = new UploadActions(account);
        var pulls = new PullActions(account);
        var executions = new ExecutionActions(account);
        var domains = new DomainActions(account);
        var media = new MediaActions(account);
        _actions = new()
        {
            [("ApplyUploadInfo", "2023-01-01")] = r => Task.FromResult(uploads.Apply(r)),
            [("CommitUploadInfo", "2023-01-01")] = r => Task.FromResult(uploads.Commit(r)),
            [("UploadMediaByUrl", "2023-01-01")] = r => Task.FromResult(pulls.Submit(r)),
            [("QueryUploadTaskInfo", "2023-01-01")] = pulls.QueryAsync,
            [("StartExecution", "2025-07-01")] = r => Task.FromResult(executions.Start(r)),
            [("GetExecution", "2025-07-01")] = executions.GetAsync,
            [("ListDomain", "2023-01-01")] = r => Task.FromResult(domains.List(r)),
            [("DescribeDomainConfig", "2023-01-01")] = r => Task.FromResult(domains.Describe(r)),
            [("DescribeDomainConfig", "2023-07-01")] = r => Task.FromResult(domains.Describe(r)),
            [("GetStorageConfig", "2023-01-01")] = r => Task.FromResult(domains.Storage(r)),
            [("GetStorageConfig", "2023-07-01")] = r => Task.FromResult(domains.Storage(r)),
            [("UpdateMediaPublishStatus", "2023-01-01")] = r => Task.FromResult(media.Publish(r)),
            [("GetPlayInfo", "2023-01-01")] = r => Task.FromResult(media.PlayInfo(r)),
        };
    }

    /// <summary>Runs a verified call; null when there is no such action.</summary>
    public async Task<IResult?> RunAsync(VolcengineRequest request)
    {
        if (!_actions.TryGetValue((request.Action, request.Version), out var action)) return null;
        try
        {
            return _envelope.Result(request.Action, request.Version, await action(request));
        }
        catch (ActionFailure failure)
        {
            return _envelope.Refuse(request.Action, request.Version, failure.Refusal);
        }
    }
}
