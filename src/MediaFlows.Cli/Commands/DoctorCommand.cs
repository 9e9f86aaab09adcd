using System.CommandLine;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using Spectre.Console;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows doctor [group]</c>: credentials, storage, clock, reach of the providers; never a secret.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandServices services)
    {
        var group = new Argument<string?>("group") { Description = "Only this group: a provider's name, storage, clock, …", Arity = ArgumentArity.ZeroOrOne };
        var output = TableOutput.Option();
        var command = new Command("doctor", "Checks credentials, storage, clock and the providers' reach. Prints no secret.") { group, output };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var report = (JsonObject)(await api.GetAsync("/api/doctor", cancellationToken))!;
            var findings = report["findings"]!.AsArray().OfType<JsonObject>().ToList();
            if (parsed.GetValue(group) is { } one)
            {
                findings = findings.FindAll(f => string.Equals(f["group"]?.ToString(), one, StringComparison.OrdinalIgnoreCase));
                if (findings.Count == 0)
                    throw new CliException(ExitCodes.NotStarted, Core.Errors.ErrorCodes.InvalidInput, $"Nothing is checked under '{one}'.", "Groups: " + string.Join(", ", report["findings"]!.AsArray().Select(f => f!["group"]!.ToString()).Distinct(StringComparer.Ordinal)) + ".");
            }

            if (parsed.GetValue(output) == "json")
            {
                services.Terminal.WriteJson(new JsonObject { ["findings"] = new JsonArray([.. findings.Select(f => f.DeepClone())]) });
            }
            else
            {
                var table = new Table().AddColumns("Group", "Check", "State", "Detail");
                foreach (var f in findings) table.AddRow(new[] { f["group"], f["name"], f["state"], f["detail"] }.Select(c => Markup.Escape(c?.ToString() ?? "")).ToArray());
                services.Terminal.WriteText(TableOutput.Render(table));
            }

            bool Any(string state) => findings.Exists(f => f["state"]?.ToString() == state);
            // Who asks for one group wants to use it: that nothing of it could be checked is no good answer then.
            return Any("failed") || (parsed.GetValue(group) is not null && !Any("ok")) ? ExitCodes.Failed : ExitCodes.Done;
        });
        return command;
    }
}
