using System.Text.Json.Nodes;

namespace MediaFlows.Cli.Tests.Tencent;

/// <summary>What one line of the command line came to.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record CommandOutcome(int ExitCode, string Output, string Error)
{
    /// <summary>The last line of standard output.</summary>
    public JsonObject Json => (JsonObject)JsonNode.Parse(Output.TrimEnd().Split('\n')[^1])!;
}
