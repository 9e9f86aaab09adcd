using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Commands;

/// <summary>Makes commands from input records: every member is a flag of the document's spelling, so that flags and members cannot drift apart.</summary>
internal sealed class CommandTable(string provider)
{
    public CommandTable Group(string name) => new($"{provider} {name}");

    public CommandDescriptor Flow<TInput>(
        string name,
        string flow,
        string description,
        IReadOnlyList<string>? only = null,
        Dictionary<string, string>? renames = null,
        JsonObject? fixedInput = null,
        IReadOnlyList<CommandOption>? extra = null,
        Action<CommandValues, JsonObject>? complete = null) =>
        Create(
            typeof(TInput),
            name,
            description,
            only,
            renames,
            fixedInput,
            null,
            extra,
            complete,
            input => CommandTarget.StartFlow(flow, input) with { LocalFiles = LocalFiles(input) });

    public CommandDescriptor Query<TInput>(
        string name, string query, string description, Dictionary<string, string>? aliases = null, IReadOnlyList<CommandOption>? extra = null) =>
        Create(typeof(TInput), name, description, null, null, null, aliases, extra, null, input => CommandTarget.AskQuery(query, input));

    private CommandDescriptor Create(
        Type input,
        string name,
        string description,
        IReadOnlyList<string>? only,
        Dictionary<string, string>? renames,
        JsonObject? fixedInput,
        Dictionary<string, string>? aliases,
        IReadOnlyList<CommandOption>? extra,
        Action<CommandValues, JsonObject>? complete,
        Func<JsonObject, CommandTarget> target)
    {
        var members = InputMember.Of(input).Where(m => only is null || only.Contains(m.Name)).Where(m => fixedInput?.ContainsKey(m.Name) != true).ToList();
        var options = members.SelectMany(m => m.Options(renames)).Select(o => aliases is not null && aliases.TryGetValue(o.Name, out var alias) ? o with { Aliases = [alias] } : o);
        return new CommandDescriptor
        {
            Provider = provider,
            Name = name,
            Description = description,
            Options = [.. options, .. extra ?? []],
            Render = TencentText.Render,
            Build = values =>
            {
                var json = fixedInput is null ? [] : (JsonObject)fixedInput.DeepClone();
                foreach (var member in members) member.Read(values, renames, json);
                complete?.Invoke(values, json);
                if (members.Exists(m => m.Name == "source")) MovePath(json);
                return target(json);
            },
        };
    }

    // A path in the place of an id is the caller's own file, which the host may not see by that path.
    private static void MovePath(JsonObject input)
    {
        if (input.ContainsKey("source") || FileReference.Read(input["fileId"]?.ToString()).Source?.File is not { } path) return;
        input.Remove("fileId");
        input["source"] = new JsonObject { ["file"] = path };
    }

    private static List<string> LocalFiles(JsonObject input) =>
        [.. ((string[])["source", "cover"]).Where(m => (input[m] as JsonObject)?.ContainsKey("file") == true).Select(m => $"/{m}/file")];
}
