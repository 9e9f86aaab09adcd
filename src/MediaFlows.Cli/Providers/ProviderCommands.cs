using System.CommandLine;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Commands;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Errors;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Cli.Providers;

/// <summary>Builds <c>mediaflows {provider} {command}</c> from the descriptors in the catalog: a new provider brings its commands with it.</summary>
internal static class ProviderCommands
{
    private const string JsonFlag = "--json";

    public static void AddTo(RootCommand root, CommandServices services)
    {
        var registered = new ServiceCollection().AddFlowCatalog(typeof(MediaFlows.Providers.ProviderAssembly).Assembly);
        var titles = registered.Select(d => d.ImplementationInstance).OfType<IProviderModule>().ToDictionary(m => m.Name, m => m.Title, StringComparer.Ordinal);
        foreach (var descriptor in registered.Select(d => d.ImplementationInstance).OfType<CommandDescriptor>())
            Group(root, descriptor.Provider, titles).Add(Build(descriptor, services));
    }

    private static Command Group(Command root, string path, Dictionary<string, string> titles)
    {
        var at = root;
        foreach (var word in path.Split(' '))
        {
            var next = at.Subcommands.FirstOrDefault(c => c.Name == word);
            if (next is null) at.Add(next = new Command(word, titles.GetValueOrDefault(word, word)));
            at = next;
        }

        return at;
    }

    private static Command Build(CommandDescriptor descriptor, CommandServices services)
    {
        var command = new Command(descriptor.Name, descriptor.Description);
        var readers = descriptor.Options.Select(o => DescriptorOption.Add(command, o)).ToList();
        var readable = descriptor.Options.Any(o => o.Name == JsonFlag);
        var run = new FlowRunOptions();
        run.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var read in readers) read(parsed, values);
            var target = descriptor.Build(new CommandValues(values, InputArgument.ReadFile));
            var request = run.Read(parsed, descriptor.DefaultLanguage);
            // A document whose command has --json prints text without it.
            if (readable) request = request with { Text = !values.ContainsKey(JsonFlag) };
            await using var session = await services.Open(parsed, cancellationToken);
            await LocalFiles.OfferAsync(session.Api, target, cancellationToken);
            LocalFiles.PlaceOutputs(session.Api.Host, target);
            if (target.Flow is not null)
                return await new FlowRunner(services.Terminal, services.Time).StartAsync(session, target.Flow, target.Input, request, descriptor.Render, cancellationToken);
            if (request.Notify.Count > 0)
                throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, "A look-up has no end to tell a webhook of.", "Leave --notify-url out.");
            var answer = await session.Api.PostAsync($"/api/queries/{Uri.EscapeDataString(target.Query!)}", target.Input, cancellationToken);
            if (request.Text && descriptor.Render is not null && answer is not null) services.Terminal.WriteText(descriptor.Render(answer, request.Language));
            else services.Terminal.WriteJson(answer);
            return ExitCodes.Done;
        });
        return command;
    }
}
