using System.CommandLine;
using MediaFlows.Core.Commands;

namespace MediaFlows.Cli.Providers;

/// <summary>Turns one <see cref="CommandOption"/> into an option or argument, and back into values.</summary>
internal static class DescriptorOption
{
    /// <summary>Adds it to <paramref name="command"/> and returns what reads its values.</summary>
    public static Action<ParseResult, Dictionary<string, IReadOnlyList<string>>> Add(Command command, CommandOption option)
    {
        if (!option.Name.StartsWith('-')) return AddArgument(command, option);
        if (option.Kind == CommandOptionKind.Flag)
        {
            var flag = new Option<bool>(option.Name, [.. option.Aliases]) { Description = option.Description };
            command.Add(flag);
            return (parsed, values) =>
            {
                if (parsed.GetValue(flag)) values[option.Name] = [];
            };
        }

        return option.Kind == CommandOptionKind.List ? AddList(command, option) : AddSingle(command, option);
    }

    private static Action<ParseResult, Dictionary<string, IReadOnlyList<string>>> AddSingle(Command command, CommandOption option)
    {
        var typed = new Option<string?>(option.Name, [.. option.Aliases]) { Description = option.Description, Required = option.Required };
        if (option.Choices.Count > 0) typed.CompletionSources.Add([.. option.Choices]);
        command.Add(typed);
        return (parsed, values) =>
        {
            if (parsed.GetValue(typed) is { } given) values[option.Name] = [given];
        };
    }

    private static Action<ParseResult, Dictionary<string, IReadOnlyList<string>>> AddList(Command command, CommandOption option)
    {
        var typed = new Option<string[]>(option.Name, [.. option.Aliases]) { Description = option.Description, Required = option.Required, AllowMultipleArgumentsPerToken = true };
        if (option.Choices.Count > 0) typed.CompletionSources.Add([.. option.Choices]);
        command.Add(typed);
        return (parsed, values) =>
        {
            if (parsed.GetValue(typed) is { Length: > 0 } given) values[option.Name] = given;
        };
    }

    private static Action<ParseResult, Dictionary<string, IReadOnlyList<string>>> AddArgument(Command command, CommandOption option)
    {
        if (option.Kind != CommandOptionKind.List)
        {
            var single = new Argument<string?>(option.Name) { Description = option.Description, Arity = option.Required ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne };
            if (option.Choices.Count > 0) single.CompletionSources.Add([.. option.Choices]);
            command.Add(single);
            return (parsed, values) =>
            {
                if (parsed.GetValue(single) is { } given) values[option.Name] = [given];
            };
        }

        var list = new Argument<string[]>(option.Name) { Description = option.Description, Arity = option.Required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore };
        command.Add(list);
        return (parsed, values) =>
        {
            if (parsed.GetValue(list) is { Length: > 0 } given) values[option.Name] = given;
        };
    }
}
