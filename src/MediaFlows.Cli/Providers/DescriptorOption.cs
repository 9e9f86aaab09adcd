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

        var typed = new Option<string[]>(option.Name, [.. option.Aliases])
        {
            Description = option.Description,
            Required = option.Required,
            Arity = option.Kind == CommandOptionKind.List ? ArgumentArity.OneOrMore : ArgumentArity.ExactlyOne,
            AllowMultipleArgumentsPerToken = option.Kind == CommandOptionKind.List,
        };
        if (option.Choices.Count > 0) typed.CompletionSources.Add([.. option.Choices]);
        command.Add(typed);
        return (parsed, values) =>
        {
            if (parsed.GetResult(typed) is { Implicit: false }) values[option.Name] = parsed.GetValue(typed) ?? [];
        };
    }

    private static Action<ParseResult, Dictionary<string, IReadOnlyList<string>>> AddArgument(Command command, CommandOption option)
    {
        var argument = new Argument<string[]>(option.Name)
        {
            Description = option.Description,
            Arity = option.Kind == CommandOptionKind.List
                ? (option.Required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore)
                : (option.Required ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne),
        };
        if (option.Choices.Count > 0) argument.CompletionSources.Add([.. option.Choices]);
        command.Add(argument);
        return (parsed, values) =>
        {
            if (parsed.GetValue(argument) is { Length: > 0 } given) values[option.Name] = given;
        };
    }
}
