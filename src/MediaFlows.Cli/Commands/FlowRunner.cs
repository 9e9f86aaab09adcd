using System.Text.Json.Nodes;
using MediaFlows.Cli.Connection;
using MediaFlows.Cli.Console;

namespace MediaFlows.Cli.Commands;

/// <summary>Starts a flow, asks open questions at a terminal, follows it and prints the result: shared by every starting command.</summary>
internal sealed class FlowRunner(Terminal terminal, TimeProvider time)
{
    private string? _shown;

    /// <summary><paramref name="answered"/> is called with the input each time that open questions were answered.</summary>
    public async Task<int> StartAsync(
        HostSession session,
        string pipeline,
        JsonObject input,
        FlowRunRequest request,
        Func<JsonNode, string, string>? render,
        CancellationToken cancellationToken,
        Func<JsonObject, Task>? answered = null)
    {
        var started = await PostAsync(session.Api, pipeline, input, request, answered, cancellationToken);
        if (request.DryRun)
        {
            terminal.WritePretty(started);
            return ExitCodes.Done;
        }

        var id = started["id"]!.GetValue<string>();
        if (started["costNotice"]?.GetValue<string>() is { } notice) terminal.Say(notice);
        if (request.NoWait)
        {
            terminal.WriteJson(new JsonObject { ["id"] = id, ["pipeline"] = pipeline, ["state"] = "pending" });
            if (session.IsEmbedded) terminal.Say($"The flow {id} is recorded. It goes on while a host runs: mediaflows serve");
            return ExitCodes.Done;
        }

        return await FollowAsync(session.Api, id, request, render, cancellationToken);
    }

    /// <summary>Follows a started flow to its end and prints what its provider's document prescribes.</summary>
    public async Task<int> FollowAsync(ApiClient api, string id, FlowRunRequest request, Func<JsonNode, string, string>? render, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = request.MaxWait is { } wait ? time.CreateTimer(_ => limit.Cancel(), null, wait, Timeout.InfiniteTimeSpan) : null;
        var status = await new FlowWatcher(api, time).WaitAsync(id, s => Show(ProgressLine.Of(s), request.Verbose), limit.Token);
        if (status is null)
        {
            terminal.WriteJson(new JsonObject
            {
                ["id"] = id,
                ["state"] = "running",
                ["hint"] = $"The flow goes on. Look again with: mediaflows flows watch {id}",
            });
            return ExitCodes.Failed;
        }

        return Print(status, request, render);
    }

    private void Show(string line, bool verbose)
    {
        if (!verbose) terminal.Progress(line);
        else if (line != _shown) terminal.Say(_shown = line);
    }

    private int Print(JsonObject status, FlowRunRequest request, Func<JsonNode, string, string>? render)
    {
        var state = status["state"]!.GetValue<string>();
        if (state == "completed")
        {
            var output = status["output"];
            if (request.Text) terminal.WriteText(render is not null && output is not null ? render(output, request.Language) : output?.ToString() ?? "");
            else terminal.WriteJson(output);
            return output is not null && request.IsFailure?.Invoke(output) == true ? ExitCodes.Failed : ExitCodes.Done;
        }

        var error = status["error"] as JsonObject;
        var document = error?["document"] as JsonObject
            ?? CliException.Describe(error?["code"]?.ToString(), error?["message"]?.ToString() ?? $"The flow ended {state}.", error?["hint"]?.ToString());
        if (request.TextErrors) terminal.WriteText(ErrorText.Of(Described(state, error, document), request));
        else terminal.WriteJson(document.DeepClone());
        var next = document["questions"] is null ? NextStep(state, status["id"]!.ToString()) : " Start it again with the choice made.";
        terminal.Say($"{status["pipeline"]} {status["id"]} ended {state}.{next}");
        return ExitCodes.Failed;
    }

    // One form for a text whatever form the provider's document prescribes for the JSON.
    private static JsonObject Described(string state, JsonObject? error, JsonObject document)
    {
        var described = CliException.Describe(error?["code"]?.ToString(), error?["message"]?.ToString() ?? document["error"]?.ToString() ?? $"The flow ended {state}.", error?["hint"]?.ToString());
        described["state"] = state;
        foreach (var name in (string[])["providerCode", "providerRequestId"])
            if (error?[name] is { } value) described[name] = value.DeepClone();
        if (document["questions"] is { } questions) described["questions"] = questions.DeepClone();
        described["document"] = document.DeepClone();
        return described;
    }

    private async Task<JsonNode> PostAsync(
        ApiClient api, string pipeline, JsonObject input, FlowRunRequest request, Func<JsonObject, Task>? answered, CancellationToken cancellationToken)
    {
        var path = $"/api/flows/{Uri.EscapeDataString(pipeline)}{Query(request)}";
        while (true)
        {
            try
            {
                return (await api.PostAsync(path, input, cancellationToken, request.IdempotencyKey, request.Notify))!;
            }
            catch (CliException e) when (terminal.Interactive && e.Document["questions"] is JsonArray { Count: > 0 } questions)
            {
                foreach (var question in questions.OfType<JsonObject>()) QuestionPrompt.Ask(question, input);
                if (answered is not null) await answered(input);
            }
        }
    }

    private static string Query(FlowRunRequest request)
    {
        var query = new List<string>();
        if (request.DryRun) query.Add("dryRun=true");
        if (request.Defaults) query.Add("defaults=true");
        if (request.InstanceId is not null) query.Add("instanceId=" + Uri.EscapeDataString(request.InstanceId));
        if (request.Batch is not null) query.Add("batch=" + Uri.EscapeDataString(request.Batch));
        return query.Count == 0 ? "" : "?" + string.Join('&', query);
    }

    private static string NextStep(string state, string id) => state switch
    {
        "timedOut" => $" The provider's job goes on; wait for the same job with: mediaflows flows resume {id}",
        "needsAttention" => $" Decide with: mediaflows flows retry {id} --job-id ID (adopt) or --resubmit (may be paid twice)",
        "failed" => $" Finished steps are kept; try again with: mediaflows flows retry {id}",
        _ => "",
    };
}
