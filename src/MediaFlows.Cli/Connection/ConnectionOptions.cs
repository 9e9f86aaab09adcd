using System.CommandLine;

namespace MediaFlows.Cli.Connection;

/// <summary>The options that say which host a command talks to; on every command that needs one.</summary>
internal sealed class ConnectionOptions
{
    public Option<string?> Url { get; } = new("--url") { Description = "Host to talk to (default: MEDIAFLOWS_URL, the profile, a running 'mediaflows serve', else one inside this command).", Recursive = true };

    public Option<string?> KeyFile { get; } = new("--key-file") { Description = "File with the API key (default: MEDIAFLOWS_API_KEY or the profile's).", Recursive = true };

    public Option<string?> Profile { get; } = new("--profile") { Description = "Profile in ~/.mediaflows/config.json (default: MEDIAFLOWS_PROFILE or 'default').", Recursive = true };

    public void AddTo(Command command)
    {
        command.Add(Url);
        command.Add(KeyFile);
        command.Add(Profile);
    }
}
