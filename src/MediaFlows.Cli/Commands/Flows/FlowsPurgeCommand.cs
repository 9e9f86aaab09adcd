using System.CommandLine;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Commands.Flows;

/// <summary><c>mediaflows flows purge [id]</c>.</summary>
internal static class FlowsPurgeCommand
{
    public static Command Create(CommandServices services)
    {
        var id = new Argument<string?>("id") { Description = "Instance id; without it, filters decide.", Arity = ArgumentArity.ZeroOrOne };
        var state = new Option<string[]>("--state") { Description = "Only these ended states.", AllowMultipleArgumentsPerToken = true };
        var before = new Option<DateTimeOffset?>("--before") { Description = "Created at or before (RFC 3339)." };
        var after = new Option<DateTimeOffset?>("--after") { Description = "Created at or after (RFC 3339)." };
        var all = new Option<bool>("--all") { Description = "Every ended flow." };
        var command = new Command("purge", "Removes ended flows with their history, ledger entries and blobs.") { id, state, before, after, all };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            if (parsed.GetValue(id) is { } one)
            {
                services.Terminal.WriteJson(await api.DeleteAsync(FlowPath.Of(one), cancellationToken));
                return ExitCodes.Done;
            }

            var query = new QueryText();
            query.Add("state", string.Join(',', parsed.GetValue(state) ?? []));
            query.Add("to", parsed.GetValue(before)?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ"));
            query.Add("from", parsed.GetValue(after)?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ"));
            if (parsed.GetValue(all)) query.Add("all", "true");
            if (query.ToString().Length == 0) throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, "Purge needs an id, a filter, or --all.");
            services.Terminal.WriteJson(await api.DeleteAsync("/api/flows" + query, cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }
}
