using System.CommandLine;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Connection;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows batch …</c>: manifests in, one result line per item out; and the ingest queue's poison messages.</summary>
internal static class BatchCommand
{
    public static Command Create(CommandServices services)
    {
        var poison = new Command("poison", "Messages of the ingest queue that could not be worked on.") { PoisonList(services), PoisonRequeue(services) };
        return new Command("batch", "Runs every line of a manifest as a flow.") 
        {
            Submit(services), Show(services), ResultLines(services), BatchLimitCommands.Limit(services), BatchLimitCommands.Charges(services), poison,
        };
    }

    private static Command Submit(CommandServices services)
    {
        var manifest = new Argument<string>("manifest") { Description = "JSON Lines or CSV file, gzip too: one item per line." };
        var flow = new Option<string?>("--flow") { Description = "Flow of items that name none." };
        var parallel = new Option<int?>("--max-parallel") { Description = "Most items at a time, 1 to 500." };
        var charges = new Option<long?>("--max-charges") { Description = "Most charged submits of the whole batch." };
        var run = new FlowRunOptions();
        var command = new Command("submit", "Starts a batch and follows it to its end.") { manifest, flow, parallel, charges };
        run.AddTo(command, run.DryRun, run.Output, run.Language);
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var (path, request) = (parsed.GetValue(manifest)!, run.Read(parsed));
            if (!File.Exists(path)) throw new CliException(ExitCodes.NotStarted, ErrorCodes.FileNotFound, $"The file '{path}' does not exist.", "Check the path.");
            var query = new QueryText();
            query.Add("flow", parsed.GetValue(flow));
            query.Add("maxParallel", parsed.GetValue(parallel)?.ToString());
            query.Add("maxCharges", parsed.GetValue(charges)?.ToString());
            if (request.Defaults) query.Add("defaults", "true");
            query.Add("instanceId", request.InstanceId);
            query.Add("batch", request.Batch);
            var csv = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);
            await using var content = File.OpenRead(path);
            var started = await api.PostContentAsync("/api/batches" + query, content, csv ? "text/csv" : "application/x-ndjson", request.IdempotencyKey, request.Notify, cancellationToken);
            var id = started["id"]!.GetValue<string>();
            if (!request.NoWait) return await new FlowRunner(services.Terminal, services.Time).FollowAsync(api, id, request, null, cancellationToken);
            services.Terminal.WriteJson(new JsonObject { ["id"] = id, ["pipeline"] = started["pipeline"]?.DeepClone(), ["state"] = "pending" });
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Show(CommandServices services)
    {
        var id = new Argument<string>("id") { Description = "Id of the batch." };
        var command = new Command("show", "Prints the status and counters of a batch.") { id };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            services.Terminal.WritePretty(await api.GetAsync($"/api/batches/{Uri.EscapeDataString(parsed.GetValue(id)!)}", cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command ResultLines(CommandServices services)
    {
        var id = new Argument<string>("id") { Description = "Id of the batch." };
        var state = new Option<string?>("--state") { Description = "Only results of this state (failed, completed, …)." };
        var command = new Command("results", "Prints one JSON line per item, in the manifest's order.") { id, state };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var wanted = parsed.GetValue(state);
            await api.ReadLinesAsync(
                $"/api/batches/{Uri.EscapeDataString(parsed.GetValue(id)!)}/results",
                line =>
                {
                    if (wanted is null || JsonNode.Parse(line)?["state"]?.GetValue<string>() == wanted) services.Terminal.WriteText(line);
                },
                cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command PoisonList(CommandServices services)
    {
        var command = new Command("list", "Lists quarantined messages with their reasons.");
        services.Run(command, async (_, api, cancellationToken) =>
        {
            services.Terminal.WriteJson(await api.GetAsync("/api/ingest/poison", cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command PoisonRequeue(CommandServices services)
    {
        var id = new Argument<string?>("id") { Description = "One entry.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every entry." };
        var command = new Command("requeue", "Sends quarantined messages back to the queue.") { id, all };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var query = new QueryText();
            query.Add("id", parsed.GetValue(id));
            if (parsed.GetValue(all)) query.Add("all", "true");
            if (query.ToString().Length == 0) throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, "Requeue needs an id or --all.");
            services.Terminal.WriteJson(await api.PostAsync("/api/ingest/poison/requeue" + query, null, cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }
}
