using MediaFlows.Local.Processes;

namespace MediaFlows.EndToEnd.CommandLine;

/// <summary>The <c>mediaflows</c> program run by a shell that throws standard error away: what is left is what a script reads.</summary>
internal static class StandardOutput
{
    public static async Task<CommandRun> RunAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The streams are told apart by a shell.");
        var program = new ChildProcessSpec("sh", ["-c", "exec \"$@\" 2>/dev/null", "sh", DotnetProgram.Path, "exec", Worlds.HostProcess.Program, .. arguments]) { Environment = environment };
        await using var process = ChildProcess.Start(program);
        var exit = await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandRun(exit, process.Output);
    }
}
