using System.Text.Json.Nodes;
using MediaFlows.Local.Processes;

namespace MediaFlows.EndToEnd.CommandLine;

/// <summary>One run of the <c>mediaflows</c> program.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Lines">Everything it wrote.</param>
public sealed record CommandRun(int ExitCode, IReadOnlyList<string> Lines)
{
    /// <summary>The last JSON line.</summary>
    public JsonObject Json => (JsonObject)JsonNode.Parse(Lines.Last(l => l.StartsWith('{')))!;

    /// <summary>Fails with everything it wrote unless it ended with <paramref name="exitCode"/>.</summary>
    public void Ended(int exitCode) => Assert.True(ExitCode == exitCode, $"Exit code {ExitCode} instead of {exitCode}:\n{string.Join('\n', Lines)}");

    public static async Task<CommandRun> RunAsync(Worlds.HostProcess host, params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MEDIAFLOWS_HOME"] = host.Folder,
            ["MEDIAFLOWS_URL"] = host.Url,
            ["MEDIAFLOWS_API_KEY"] = host.ReadKey(),
            ["DOTNET_EnableDiagnostics"] = "0",
        };
        await using var process = ChildProcess.StartDotnet(Worlds.HostProcess.Program, arguments, environment);
        var exit = await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandRun(exit, process.Output);
    }
}
