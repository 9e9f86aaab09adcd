using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Api.Reading;
using MediaFlows.Api.Start;
using MediaFlows.Core.Batches.Flows;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Serialization;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Batches;

/// <summary><c>POST /api/batches</c>: starts the batch flow with a manifest from the body, or with one that the body names.</summary>
public sealed class BatchStartHandler
{
    private readonly StartHandler _start;
    private readonly ManifestReceiver _manifests;
    private readonly FlowCatalog _catalog;
    private readonly FlowSerializer _serializer;

    /// <summary>Starts by <paramref name="start"/>.</summary>
    public BatchStartHandler(StartHandler start, ManifestReceiver manifests, FlowCatalog catalog, FlowSerializer serializer)
    {
        _start = start;
        _manifests = manifests;
        _catalog = catalog;
        _serializer = serializer;
    }

    /// <summary>Starts a batch; all that holds for starting a flow holds here.</summary>
    public async Task<IResult> StartAsync(HttpContext context)
    {
        var command = ManifestReceiver.IsJson(context.Request)
            ? await StartReader.ReadAsync(context, BatchFlow.Ref.Name, _catalog, _serializer)
            : await ReadManifestAsync(context);
        return await _start.AcceptAsync(context, command);
    }

    private async Task<StartCommand> ReadManifestAsync(HttpContext context)
    {
        // Options first: a mistyped one is told before a long upload.
        var query = new QueryValues(context.Request.Query);
        var input = new JsonObject { ["maxParallel"] = query.Whole("maxParallel", 20, 1, 500), ["defaults"] = query.Flag("defaults") };
        if (query.Text("flow") is { } flow) input["flow"] = flow;
        if (query.Text("maxCharges") is not null) input["maxCharges"] = query.Whole("maxCharges", 0, 0, int.MaxValue);
        var command = StartReader.WithOptions(new StartCommand(BatchFlow.Ref.Name, default), context, query);
        var manifest = await _manifests.ReceiveAsync(context);
        input["manifest"] = new JsonObject { ["blob"] = manifest.Name };
        input["format"] = manifest.Format;
        return command with { Input = JsonSerializer.SerializeToElement(input) };
    }
}
