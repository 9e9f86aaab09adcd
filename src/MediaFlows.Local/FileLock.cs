namespace MediaFlows.Local;

/// <summary>A lock between processes that the operating system gives back when its holder ends, however that one ended.</summary>
internal sealed class FileLock : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Waits until <paramref name="path"/> is ours.</summary>
    /// <exception cref="LocalToolException">Somebody else held it for ten minutes, or the file cannot be written.</exception>
    public static async Task<FileLock> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (time.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new LocalToolException($"The file {path} could not be locked: {e.Message}", e);
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
