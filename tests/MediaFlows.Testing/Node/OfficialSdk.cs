using System.ComponentModel;
using System.Diagnostics;

namespace MediaFlows.Testing.Node;

/// <summary>An official Node SDK, installed once per checkout from the lock file in its folder, and the script beside it.</summary>
public static class OfficialSdk
{
    /// <summary>Runs <c>{folder}/Sdk/run.cjs</c> of the test project <paramref name="project"/> and returns what it printed. Skips the test where Node.js itself is missing.</summary>
    public static async Task<string> RunAsync(string project, string folder, string package, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Root(), "tests", project, folder, "Sdk");
        if (!Directory.Exists(Path.Combine(path, "node_modules", package)))
            await StartAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci --no-audit --no-fund --ignore-scripts", path, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
        return await StartAsync("node", "run.cjs", path, environment, cancellationToken);
    }

    private static async Task<string> StartAsync(string program, string arguments, string folder, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {arguments} ended with {process.ExitCode}:\n{await errors}\n{await output}");
        return await output;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"'{start.FileName}' was not found: this test runs an official SDK and needs Node.js 20 or newer with npm.");
            throw;
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MediaFlows.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The repository was not found above the tests.");
    }
}
