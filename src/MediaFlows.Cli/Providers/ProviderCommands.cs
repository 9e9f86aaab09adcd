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
    private const string VerboseFlag = "--verbose";

    /// <summary>Adds them and returns the commands whose name may be said twice.</summary>
    public static IReadOnlySet<Command> AddTo(RootCommand root, CommandServices services)
    {
        var repeated = new HashSet<Command>();
        var registered = new ServiceCollection().AddFlowCatalog(typeof(MediaFlows.Providers.ProviderAssembly).Assembly);
        var titles = registered.Select(d => d.ImplementationInstance).OfType<IProviderModule>().ToDictionary(m => m.Name, m => m.Title, StringComparer.Ordinal);
        foreach (var descriptor in registered.Select(d => d.ImplementationInstance).OfType<CommandDescriptor>())
        {
            var group = Group(root, descriptor.Provider, titles);
            AddAliases(group, descriptor.GroupAlias is { } alias ? [alias] : []);
            if (group.Name == descriptor.Name)
            {
                repeated.Add(group);
                continue;
            }

            // A word can be a command and hold commands: 'tencent upload' and 'tencent upload pull'.
            var command = group.Subcommands.FirstOrDefault(c => c.Name == descriptor.Name);
            if (command is null) group.Add(command = new Command(descriptor.Name));
            command.Description = descriptor.Description;
            AddAliases(command, descriptor.Aliases);
            SetUp(command, descriptor, services);
        }

        foreach (var group in root.Subcommands) Describe(group);
        return repeated;
    }

    // A word that only holds commands has nothing of its own to say.
    private static void Describe(Command command)
    {
        foreach (var below in command.Subcommands) Describe(below);
        if (command.Description == command.Name && command.Subcommands.Count > 0)
            command.Description = "One of: " + string.Join(", ", command.Subcommands.Select(c => c.Name)) + ".";
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

    private static void AddAliases(Command command, IReadOnlyList<string> aliases)
    {
        foreach (var alias in aliases) command.Aliases.Add(alias);
    }

    private static void SetUp(Command command, CommandDescriptor descriptor, CommandServices services)
    {
        var readers = descriptor.Options.Select(o => DescriptorOption.Add(command, o)).ToList();
        var run = new FlowRunOptions();
        run.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var read in readers) read(parsed, values);
            var request = Request(run.Read(parsed, descriptor.DefaultLanguage), command.Options.Contains(run.Output), descriptor, values) with { RenderError = descriptor.RenderError, IsFailure = descriptor.IsFailure };
            return await ErrorText.GuardAsync(services.Terminal, request, () => RunAsync(parsed, descriptor, values, request, services, cancellationToken));
        });
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, CommandDescriptor descriptor, Dictionary<string, IReadOnlyList<string>> values, FlowRunRequest request, CommandServices services, CancellationToken cancellationToken)
    {
        var target = descriptor.Build(new CommandValues(values, InputArgument.ReadFile));
        if (target.Flow is null && request.Notify.Count > 0)
            throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, "A look-up has no end to tell a webhook of.", "Leave --notify-url out.");
        await using var session = await services.Open(parsed, cancellationToken);
        await LocalFiles.OfferAsync(session.Api, target, cancellationToken);
        LocalFiles.PlaceOutputs(session.Api.Host, target);
        return target.Flow is not null
            ? await new FlowRunner(services.Terminal, services.Time).StartAsync(session, target.Flow, target.Input, request, descriptor.Render, cancellationToken, AnsweredAsync)
            : await new QueryRunner(services.Terminal).AskAsync(session.Api, descriptor, target, request, cancellationToken);

        Task AnsweredAsync(JsonObject input) =>
            target.Answered is { } again ? LocalFiles.OfferAsync(session.Api, again(input), cancellationToken) : Task.CompletedTask;
    }

    // --json says JSON where --output is ours; a document that uses --output for something else prints text without --json.
    private static FlowRunRequest Request(FlowRunRequest request, bool outputIsOurs, CommandDescriptor descriptor, Dictionary<string, IReadOnlyList<string>> values)
    {
        request = request with { Verbose = values.ContainsKey(VerboseFlag) };
        if (descriptor.Options.All(o => o.Name != JsonFlag)) return request;
        var json = values.ContainsKey(JsonFlag);
        if (!outputIsOurs) return request with { Text = !json, Json = json };
        return json ? request with { Text = false, TextErrors = false, Json = true } : request;
    }
}
