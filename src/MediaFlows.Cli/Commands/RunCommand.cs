using System.CommandLine;
using MediaFlows.Cli.Console;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows run {pipeline} [input]</c>: any flow of the catalog, by its JSON input.</summary>
internal static class RunCommand
{
    public static Command Create(CommandServices services)
    {
        var pipeline = new Argument<string>("pipeline") { Description = "Flow name, for example byteplus.enhance ('mediaflows pipelines' lists them)." };
        var input = new Argument<string?>("input") { Description = "JSON object, @file.json, or - for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var options = new FlowRunOptions();
        var command = new Command("run", "Starts any flow of the catalog and waits for its result.") { pipeline, input };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = options.Read(parsed);
            return await ErrorText.GuardAsync(services.Terminal, request, async () =>
            {
                var json = InputArgument.ReadObject(parsed.GetValue(input));
                await using var session = await services.Open(parsed, cancellationToken);
                return await new FlowRunner(services.Terminal, services.Time).StartAsync(session, parsed.GetValue(pipeline)!, json, request, null, cancellationToken);
            });
        });
        return command;
    }
}
