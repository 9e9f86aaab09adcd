using System.Diagnostics;
using System.Globalization;

namespace MediaFlows.Local.Azurite;

/// <summary>
/// The data folder of an Azurite, which one process may use at a time: two of them would write over each other's index. The launcher notes its
/// process there; the next one waits until that has ended.
/// </summary>
internal sealed class AzuriteFolder
{
    // One whose starter was killed ends within two seconds, on a busy machine a little later.
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // Both sides read the same clock, in different ways.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);
    private readonly string _path;
    private readonly TimeProvider _time;

    public AzuriteFolder(string path, TimeProvider time)
    {
        _path = System.IO.Path.GetFullPath(path);
        _time = time;
    }

    private string Note => System.IO.Path.Combine(_path, "azurite-host.pid");

    /// <summary>Waits until no process uses the folder. Until the result is disposed no other starter gets this far.</summary>
    /// <exception cref="FolderInUseException">A process goes on using it.</exception>
    /// <exception cref="LocalToolException">The folder cannot be written.</exception>
    public async Task<IAsyncDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalToolException($"The folder {_path} cannot be made: {e.Message}", e);
        }

        var turn = await FileLock.TakeAsync(System.IO.Path.Combine(_path, "azurite-host.lock"), _time, cancellationToken);
        try
        {
            var started = _time.GetTimestamp();
            while (User() is { } process)
            {
                if (_time.GetElapsedTime(started) >= Patience)
                    throw new FolderInUseException($"The folder {_path} is used by another mediaflows on this machine (its Azurite is process {process}).");
                await Task.Delay(Pause, _time, cancellationToken);
            }

            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <summary>The process that uses the folder, or null. A note of one that died, or of a number that another process has by now, counts for nothing.</summary>
    private int? User()
    {
        try
        {
            if (!File.Exists(Note) || File.ReadAllText(Note).Split(' ') is not [var id, var since]) return null;
            if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process) || !long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)) return null;
            using var running = Process.GetProcessById(process);
            var apart = (running.StartTime.ToUniversalTime() - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime).Duration();
            return !running.HasExited && apart < Tolerance ? process : null;
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
