using System.CommandLine;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;

namespace MediaFlows.Cli.Commands.Flows;

/// <summary>The verbs that steer one flow.</summary>
internal static class FlowsControlCommands
{
    /// <summary>cancel, terminate, suspend: a reason and nothing else.</summary>
    public static Command Reasoned(CommandServices services, string verb, string description)
    {
        var id = new Argument<string>("id") { Description = "Instance id." };
        var reason = new Option<string?>("--reason") { Description = "Free text for the history." };
        var command = new Command(verb, description) { id, reason };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var body = new JsonObject();
            if (parsed.GetValue(reason) is { } text) body["reason"] = text;
            services.Terminal.WriteJson(await api.PostAsync(FlowPath.Of(parsed.GetValue(id)!, verb), body, cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>resume, retry: may carry a decision about a paid call, and follow the flow.</summary>
    public static Command Deciding(CommandServices services, string verb, string description)
    {
        var id = new Argument<string>("id") { Description = "Instance id." };
        var reason = new Option<string?>("--reason") { Description = "Free text for the history." };
        var jobId = new Option<string?>("--job-id") { Description = "Adopt this provider job for a paid call whose outcome is unknown." };
        var resubmit = new Option<bool>("--resubmit") { Description = "Make the paid call again although it may be paid twice." };
        var watch = new Option<bool>("--watch") { Description = "Follow the flow to its end." };
        var command = new Command(verb, description) { id, reason, jobId, resubmit, watch };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var body = new JsonObject();
            if (parsed.GetValue(reason) is { } text) body["reason"] = text;
            if (parsed.GetValue(jobId) is { } job) body["jobId"] = job;
            if (parsed.GetValue(resubmit)) body["resubmit"] = true;
            var status = await api.PostAsync(FlowPath.Of(parsed.GetValue(id)!, verb), body, cancellationToken);
            if (parsed.GetValue(watch))
                return await new FlowRunner(services.Terminal, services.Time).FollowAsync(api, parsed.GetValue(id)!, new FlowRunRequest(), null, cancellationToken);
            services.Terminal.WriteJson(status);
            return ExitCodes.Done;
        });
        return command;
    }
}
