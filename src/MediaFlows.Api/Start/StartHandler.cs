using MediaFlows.Api.Instances;
using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Serialization;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Start;

/// <summary><c>POST /api/flows/{pipeline}</c>.</summary>
public sealed class StartHandler
{
    private readonly FlowStarter _starter;
    private readonly FlowCatalog _catalog;
    private readonly FlowSerializer _serializer;
    private readonly EndWait _wait;
    private readonly FlowDocuments _documents;

    /// <summary>Puts the parts together.</summary>
    public StartHandler(FlowStarter starter, FlowCatalog catalog, FlowSerializer serializer, EndWait wait, FlowDocuments documents)
    {
        _starter = starter;
        _catalog = catalog;
        _serializer = serializer;
        _wait = wait;
        _documents = documents;
    }

    /// <summary>Starts <paramref name="pipeline"/>, or with <c>?dryRun=true</c> shows what a run would do.</summary>
    public async Task<IResult> StartAsync(HttpContext context, string pipeline)
    {
        var command = await StartReader.ReadAsync(context, pipeline, _catalog, _serializer);
        if (new QueryValues(context.Request.Query).Flag("dryRun")) return ApiJson.Result(await _starter.PlanAsync(command, context.RequestAborted));
        return await AcceptAsync(context, command);
    }

    /// <summary>Starts what was read and answers with <c>202</c>, or with the end if the caller prefers to wait.</summary>
    internal async Task<IResult> AcceptAsync(HttpContext context, StartCommand command)
    {
        var started = await _starter.StartAsync(command, context.RequestAborted);
        var links = ApiLinks.For(context);
        var headers = context.Response.Headers;
        headers.Location = links.Instance(started.Id);
        if (started.Replayed) headers["Idempotent-Replayed"] = "true";
        if (PreferWait.Read(context.Request) is { } limit)
        {
            headers["Preference-Applied"] = $"wait={limit.TotalSeconds}";
            if (await _wait.ForAsync(started.Id, limit, context.RequestAborted) is { } ended)
                return ApiJson.Result(_documents.Full(ended, links, toOwner: true));
        }

        headers.RetryAfter = "1";
        return ApiJson.Result(new StartAccepted(links.CheckStatus(started.Id), command.Pipeline, _catalog.RequireFlow(command.Pipeline).Info.CostNotice, links.Flow(started.Id)), StatusCodes.Status202Accepted);
    }
}
