using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.Tests.AlibabaOss;

/// <summary>The official Node SDKs, installed once per checkout from the lock file beside their script.</summary>
internal static class OfficialSdk
{
    /// <summary>Runs the script and returns the JSON that it printed.</summary>
    public static async Task<JsonNode> RunAsync(IReadOnlyDictionary<string, string> environment)
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "ali-oss")))
            await StartAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], folder, new Dictionary<string, string>());
        return JsonNode.Parse(await StartAsync("node", ["run.cjs"], folder, environment))!;
    }

    private static async Task<string> StartAsync(string program, string[] arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"'{program}' was not found. This test runs the official SDKs and needs Node.js 20 or newer with npm.", e);
        }

        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{await errors}\n{await output}");
            return await output;
        }
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "MediaFlows.sln"))) root = root.Parent;
        return Path.Combine(root?.FullName ?? throw new InvalidOperationException("The repository was not found above the tests."), "tests", "MediaFlows.Simulator.Tests", "AlibabaOss", "Sdk");
    }
}
