using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows batch limit|charges</c>: what may be paid, and what was.</summary>
internal static class BatchLimitCommands
{
    public static Command Limit(CommandServices services)
    {
        var id = new Argument<string>("id") { Description = "Id of the batch." };
        var most = new Argument<string>("charges") { Description = "Most charged submits of the whole batch, those made included; none lifts the limit." };
        var command = new Command("limit", "Sets the charge limit of a batch; the items that it held back go on.") { id, most };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var body = new JsonObject { ["maxCharges"] = Read(parsed.GetValue(most)!) };
            services.Terminal.WriteJson(await api.PostAsync($"/api/batches/{Uri.EscapeDataString(parsed.GetValue(id)!)}/limit", body, cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }

    public static Command Charges(CommandServices services)
    {
        var command = new Command("charges", "Prints the charged submits of the hub today, and its daily limit.");
        services.Run(command, async (_, api, cancellationToken) =>
        {
            services.Terminal.WriteJson(await api.GetAsync("/api/charges", cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }

    private static long? Read(string text)
    {
        if (text == "none") return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            ? most
            : throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, $"'{text}' is no number of charges.", "Give a whole number, or none.");
    }
}
