using System.Diagnostics;
using System.Text.Json;

namespace MediaFlows.Cli.Connection;

/// <summary>What <c>mediaflows serve</c> leaves for other commands of the same user.</summary>
/// <param name="Url">Base address.</param>
/// <param name="KeyFile">File with the API key, readable by its owner only.</param>
/// <param name="MediaRoot">Folder that local files may be read from, or null.</param>
/// <param name="ProcessId">Process of the host.</param>
internal sealed record RunningHost(string Url, string KeyFile, string? MediaRoot, int ProcessId)
{
    /// <summary>The running host, or null; a file left by a killed host counts for nothing.</summary>
    public static RunningHost? Find()
    {
        try
        {
            var host = JsonSerializer.Deserialize<RunningHost>(File.ReadAllText(HomeFolder.RunningHostFile));
            if (host is null) return null;
            using var process = Process.GetProcessById(host.ProcessId);
            return process.HasExited ? null : host;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    public void Write()
    {
        Directory.CreateDirectory(HomeFolder.Path);
        var temporary = HomeFolder.RunningHostFile + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(this));
        File.Move(temporary, HomeFolder.RunningHostFile, overwrite: true);
    }

    public static void Remove()
    {
        if (Find()?.ProcessId == Environment.ProcessId) File.Delete(HomeFolder.RunningHostFile);
    }
}
