using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Commands;

/// <summary>Makes commands from input records: every member is a flag of the document's spelling, so that flags and members cannot drift apart.</summary>
internal sealed class CommandTable(string provider, string? script = null)
{
    private const string NoWait = "--no-wait";

    // Beside the flags of its members every script takes these.
    private static readonly CommandOption[] Common =
    [
        new("--json", "Print JSON, whatever the command prints by itself.") { Kind = CommandOptionKind.Flag },
        new("--verbose", "Print progress line by line.") { Kind = CommandOptionKind.Flag, Aliases = ["-v"] },
    ];

    /// <summary>The commands of the document's script vod_<paramref name="name"/>, which is another name of their group.</summary>
    public CommandTable Group(string name) => new($"{provider} {name}", Script(name));

    public CommandDescriptor Flow<TInput>(
        string name,
        string flow,
        string description,
        IReadOnlyList<string>? only = null,
        Dictionary<string, string>? renames = null,
        JsonObject? fixedInput = null,
        IReadOnlyList<CommandOption>? extra = null,
        Action<CommandValues, JsonObject>? complete = null) => Create(new CommandShape(typeof(TInput), name, description)
        {
            Only = only,
            Renames = renames,
            Fixed = fixedInput,
            Extra = typeof(TInput).IsAssignableTo(typeof(TaskInput)) ? [.. extra ?? [], NoWaitOption("End with the TaskId right after the submit.")] : extra ?? [],
            Complete = (values, input) =>
            {
                if (typeof(TInput).IsAssignableTo(typeof(TaskInput)) && values.Flag(NoWait)) input["wait"] = false;
                complete?.Invoke(values, input);
            },
            Target = (_, input) => Start(flow, input),
        });

    public CommandDescriptor Query<TInput>(string name, string query, string description, Dictionary<string, string>? aliases = null, IReadOnlyList<CommandOption>? extra = null, Func<JsonNode, bool>? isFailure = null) =>
        Create(new CommandShape(typeof(TInput), name, description)
        {
            Aliases = aliases,
            Extra = extra ?? [],
            Target = (_, input) => CommandTarget.AskQuery(query, input),
        }) with
        { IsFailure = isFailure };

    /// <summary>A query that waits for the task by default, as the document's do, and asks once with <c>--no-wait</c>.</summary>
    public CommandDescriptor Await(string name, string query, string description, int interval, Func<string, string?>? refusal = null) => Create(new CommandShape(typeof(Flows.Await.AwaitTaskInput), name, description)
    {
        Aliases = new() { ["--interval"] = "--poll-interval" },
        Extra = [NoWaitOption("Show the task as it stands.")],
        Target = (values, input) =>
        {
            if (values.Text("--task-id") is { } id && refusal?.Invoke(id) is { } wrong) throw new InvalidInputException("--task-id", wrong);
            if (!values.Flag(NoWait))
            {
                if (!input.ContainsKey("interval")) input["interval"] = interval;
                return CommandTarget.StartFlow("tencent.await-task", input);
            }

            input.Remove("interval");
            input.Remove("maxWait");
            return CommandTarget.AskQuery(query, input);
        },
    });

    /// <summary>A chat, read along by default or for text output.</summary>
    public CommandDescriptor Chat(string name, string description, bool readAlong) => Create(new CommandShape(typeof(Queries.Chat.ChatInput), name, description)
    {
        Aliases = new() { ["--model"] = "-m", ["--message"] = "-q", ["--system"] = "-s", ["--temperature"] = "-t" },
        Extra =
        [
            new("--output-file", "File to write the answer's words to."),
            new("--no-usage", "Do not say how many tokens were used.") { Kind = CommandOptionKind.Flag },
        ],
        Target = (values, input) => CommandTarget.AskQuery("tencent.aigc-chat", input) with
        {
            SaveText = values.Text("--output-file"),
            Stream = new CommandStream(ChatText.Piece, ChatText.Whole) { ByDefault = readAlong, Remark = chunk => ChatText.Remark(chunk, !values.Flag("--no-usage")) },
        },
    });

    private static CommandTarget Start(string flow, JsonObject input)
    {
        LocalInputs.MovePath(input);
        return CommandTarget.StartFlow(flow, input) with
        {
            LocalFiles = LocalInputs.Files(input),
            LocalTexts = LocalInputs.Texts(input),
            Companions = PlaylistNames.Of,
            CompanionTypes = PlaylistNames.Types,
            Answered = answered => Start(flow, answered),
        };
    }

    private static CommandOption NoWaitOption(string description) => new(NoWait, description) { Kind = CommandOptionKind.Flag };

    private static string Script(string name) => "vod_" + name.Replace('-', '_');

    private CommandDescriptor Create(CommandShape shape)
    {
        var members = InputMember.Of(shape.Input).Where(m => shape.Only is null || shape.Only.Contains(m.Name)).Where(m => shape.Fixed?.ContainsKey(m.Name) != true).ToList();
        var options = members.SelectMany(m => m.Options(shape.Renames)).Select(o => shape.Aliases is not null && shape.Aliases.TryGetValue(o.Name, out var alias) ? o with { Aliases = [alias] } : o).ToList();
        options.AddRange(shape.Extra);
        options.AddRange(Common.Where(c => options.TrueForAll(o => o.Name != c.Name)));
        return new CommandDescriptor
        {
            Provider = provider,
            Name = shape.Name,
            Aliases = script is null ? [Script(shape.Name)] : [],
            GroupAlias = script,
            Description = shape.Description,
            Options = options,
            Render = TencentText.Render,
            Build = values =>
            {
                var json = shape.Fixed is null ? [] : (JsonObject)shape.Fixed.DeepClone();
                foreach (var member in members) member.Read(values, shape.Renames, json);
                shape.Complete?.Invoke(values, json);
                return shape.Target(values, json);
            },
        };
    }
}
