using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using MediaFlows.Api.Start;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Serialization;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.DurableTask;

/// <summary><c>POST /runtime/webhooks/durabletask/orchestrators/{pipeline}[/{id}]</c>: the start of the Durable Functions HTTP API, with our checks before it.</summary>
public sealed class OrchestratorStartHandler
{
    private readonly FlowStarter _starter;
    private readonly FlowCatalog _catalog;
    private readonly FlowSerializer _serializer;

    /// <summary>Starts by <paramref name="starter"/>.</summary>
    public OrchestratorStartHandler(FlowStarter starter, FlowCatalog catalog, FlowSerializer serializer)
    {
        _starter = starter;
        _catalog = catalog;
        _serializer = serializer;
    }

    /// <summary>Starts and answers with the check-status payload.</summary>
    public async Task<IResult> StartAsync(HttpContext context, string pipeline, string id)
    {
        var command = await StartReader.ReadAsync(context, pipeline, _catalog, _serializer);
        if (id.Length > 0 && !StartReader.IsInstanceId(id)) throw new InvalidInputException("id", StartReader.InstanceIdRule);
        var started = await _starter.StartAsync(id.Length > 0 ? command with { InstanceId = id } : command, context.RequestAborted);
        var payload = ApiLinks.For(context).CheckStatus(started.Id);
        context.Response.Headers.Location = payload.StatusQueryGetUri;
        context.Response.Headers.RetryAfter = "5";
        return ApiJson.Result(payload, StatusCodes.Status202Accepted);
    }
}
