using System.CommandLine;

namespace MediaFlows.Cli.Commands;

/// <summary>The options that every starting command has beside its own.</summary>
internal sealed class FlowRunOptions
{
    public Option<bool> NoWait { get; } = new("--no-wait") { Description = "Start it and print its id at once." };

    public Option<double?> MaxWait { get; } = new("--max-wait") { Description = "Seconds to wait for the result; then the id is printed and the flow goes on (exit code 1)." };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Print the provider requests, redacted, and call nothing." };

    public Option<bool> Defaults { get; } = new("--defaults") { Description = "Take the recommended value for every open choice." };

    public Option<string?> IdempotencyKey { get; } = new("--idempotency-key") { Description = "Makes the start repeatable: the same key starts the flow once." };

    public Option<string?> InstanceId { get; } = new("--id") { Description = "Instance id to use." };

    public Option<string?> Batch { get; } = new("--batch") { Description = "Batch to list it under." };

    public NotifyOptions Notify { get; } = new();

    public Option<string> Output { get; } = new("--output", "-o") { Description = "json (one line, the document's shape) or text (for people).", DefaultValueFactory = _ => "json" };

    public Option<string?> Language { get; } = new("--lang") { Description = "Language of text output: en or zh; the document's own when absent." };

    /// <summary>Adds those whose names the command does not use for itself, but for <paramref name="without"/>.</summary>
    public void AddTo(Command command, params IReadOnlyList<Option> without)
    {
        Output.AcceptOnlyFromAmong("json", "text");
        Language.AcceptOnlyFromAmong("en", "zh");
        var taken = command.Options.SelectMany(o => o.Aliases.Append(o.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (Option option in (Option[])[NoWait, MaxWait, DryRun, Defaults, IdempotencyKey, InstanceId, Batch, .. Notify.All, Output, Language])
            if (!taken.Contains(option.Name) && !without.Contains(option)) command.Add(option);
    }

    public FlowRunRequest Read(ParseResult parsed, string defaultLanguage = "en")
    {
        T? Value<T>(Option<T> option) => parsed.CommandResult.Command.Options.Contains(option) ? parsed.GetValue(option) : default;
        return new FlowRunRequest
        {
            NoWait = Value(NoWait),
            MaxWait = Value(MaxWait) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            DryRun = Value(DryRun),
            Defaults = Value(Defaults),
            IdempotencyKey = Value(IdempotencyKey),
            InstanceId = Value(InstanceId),
            Batch = Value(Batch),
            Notify = Notify.Read(parsed),
            Text = Value(Output) == "text",
            TextErrors = Value(Output) == "text",
            Json = Value(Output) == "json" && parsed.GetResult(Output) is { Implicit: false },
            Language = Value(Language) ?? defaultLanguage,
        };
    }
}
