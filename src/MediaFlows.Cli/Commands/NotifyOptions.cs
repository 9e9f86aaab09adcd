using System.CommandLine;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Commands;

/// <summary>The webhook of a start: where, signed with what, told of which events. It goes to the host as headers, whatever the body is.</summary>
internal sealed class NotifyOptions
{
    public const string SecretVariable = "MEDIAFLOWS_NOTIFY_SECRET";

    public Option<string?> Url { get; } = new("--notify-url") { Description = "Webhook that is told of the end." };

    public Option<string?> Secret { get; } = new("--notify-secret")
    {
        Description = $"Secret of its signature: @FILE, or the secret itself; {SecretVariable} when left out. Several, separated by blanks, while one replaces another.",
    };

    public Option<string[]> Events { get; } = new("--notify-events")
    {
        Description = "Events it is told of, separated by commas: started, completed, failed, timedOut, cancelled, terminated, needsAttention (every end).",
        AllowMultipleArgumentsPerToken = true,
    };

    public IEnumerable<Option> All => [Url, Secret, Events];

    /// <summary>The headers of the start; empty without a webhook. No message quotes the secret.</summary>
    public IReadOnlyDictionary<string, string> Read(ParseResult parsed)
    {
        var (given, events) = (parsed.GetValue(Secret), parsed.GetValue(Events) ?? []);
        if (parsed.GetValue(Url) is not { Length: > 0 } url)
        {
            if (given is not null || events.Length > 0) throw Refused("--notify-secret and --notify-events need --notify-url.", "Name the webhook, or leave them out.");
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var secret = (given?.StartsWith('@') == true ? InputArgument.ReadFile(given[1..]) : given ?? Environment.GetEnvironmentVariable(SecretVariable))?.Trim();
        if (string.IsNullOrEmpty(secret)) throw Refused("A webhook needs a secret.", $"Set {SecretVariable}, or give --notify-secret @FILE.");
        if (!IsHeader(url)) throw Refused("--notify-url has characters that no URL has.", "Percent-encode them.");
        if (!IsHeader(secret)) throw Refused("The secret has characters that no header carries.", "Give it as base64 behind whsec_.");
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Notify-Url"] = url, ["Notify-Secret"] = secret };
        if (events.Length > 0) headers["Notify-Events"] = string.Join(',', events);
        return headers;
    }

    private static bool IsHeader(string text) => text.All(c => c is >= ' ' and < (char)127);

    private static CliException Refused(string message, string hint) => new(ExitCodes.NotStarted, ErrorCodes.InvalidInput, message, hint);
}
