using System.Reflection;
using System.Security.Cryptography;
using MediaFlows.Local.Processes;

namespace MediaFlows.Local.Azurite;

/// <summary>
/// Installs Azurite once per user and version from the npm registry that npm is set up with, at the versions and checksums of the lock file
/// that this assembly carries.
/// </summary>
public sealed class AzuriteInstall
{
    /// <summary>The pinned version.</summary>
    public const string Version = "3.37.0";

    /// <summary>Overrides the folder that installed tools are kept in.</summary>
    public const string FolderVariable = "MEDIAFLOWS_TOOLS";

    private const string Launcher = "azurite-host.cjs";
    private readonly string _folder;
    private readonly Action<string>? _onProgress;
    private readonly TimeProvider _time;

    /// <summary>Installs into <paramref name="folder"/>, or <see cref="DefaultFolder"/>.</summary>
    public AzuriteInstall(string? folder = null, Action<string>? onProgress = null, TimeProvider? time = null)
    {
        _folder = folder ?? DefaultFolder;
        _onProgress = onProgress;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Where npm is looked for, or null for <c>PATH</c>.</summary>
    internal string? SearchPath { get; init; }

    /// <summary><c>~/.cache/mediaflows/azurite-3.37.0</c>, on Windows under the local application data.</summary>
    public static string DefaultFolder => Path.Combine(ToolsFolder(), $"azurite-{Version}");

    /// <summary>
    /// Makes sure that Azurite is installed and returns the path of the script to run with Node.js. Several processes may call it at once:
    /// one installs, the others wait for it.
    /// </summary>
    /// <exception cref="LocalToolException">npm is missing or failed, or the folder cannot be written.</exception>
    public async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        var script = await ReadResourceAsync(Launcher, cancellationToken);

        // Named by its content: an install outlives versions of this product, and two of them may use it side by side.
        var launcher = Path.Combine(_folder, $"azurite-host-{Convert.ToHexStringLower(SHA256.HashData(script))[..8]}.cjs");
        if (IsComplete(_folder) && File.Exists(launcher)) return launcher;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_folder))!);
            await using var fileLock = await FileLock.TakeAsync(_folder + ".lock", _time, cancellationToken);
            if (!IsComplete(_folder)) await InstallAsync(cancellationToken);
            await File.WriteAllBytesAsync(launcher + ".new", script, cancellationToken);
            File.Move(launcher + ".new", launcher, overwrite: true);
            return launcher;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalToolException($"Azurite could not be installed into {_folder}: {e.Message} Set {FolderVariable} to a folder that can be written.", e);
        }
    }

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        var npm = ProgramPath.Find("npm", SearchPath) ?? throw new LocalToolException(
            "npm was not found, and Azurite, the local storage emulator, is installed with it. Install Node.js 20 or newer (it brings npm), or set AzureWebJobsStorage to a storage account.");
        _onProgress?.Invoke($"Installing Azurite {Version} into {_folder} (once).");

        // Installed beside its place and moved there whole, so that an install that was cut off is never taken for a good one.
        var partial = _folder + ".partial";
        if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        foreach (var file in (string[])["package.json", "package-lock.json"])
            await File.WriteAllBytesAsync(Path.Combine(partial, file), await ReadResourceAsync(file, cancellationToken), cancellationToken);

        await using var run = ChildProcess.Start(new ChildProcessSpec(npm, ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]) { Directory = partial });
        run.CloseInput();
        if (await run.WaitForExitAsync(cancellationToken) != 0)
            throw new LocalToolException($"npm could not install Azurite {Version} into {partial}. The end of its output:\n{run.Tail()}");
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        Directory.Move(partial, _folder);
    }

    private static bool IsComplete(string folder) => File.Exists(Path.Combine(folder, "node_modules", "azurite", "package.json"));

    private static async Task<byte[]> ReadResourceAsync(string name, CancellationToken cancellationToken)
    {
        await using var source = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[source.Length];
        await source.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private static string ToolsFolder()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } chosen) return chosen;
        if (OperatingSystem.IsWindows()) return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "mediaflows");
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg
            ? xdg
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cache, "mediaflows");
    }
}
