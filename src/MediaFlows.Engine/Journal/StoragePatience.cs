using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;

namespace MediaFlows.Engine.Journal;

/// <summary>
/// Repeats storage calls whose repetition does no harm, with growing pauses, until the time given is used up. Once a call has been repeated for
/// <see cref="NoticeAfter"/>, <paramref name="onWait"/> is told what it is and why it fails, so that nobody waits without knowing for what.
/// </summary>
internal sealed class StoragePatience(TimeProvider time, TimeSpan limit, Action<string>? onWait = null)
{
    /// <summary>Long enough that a hiccup of storage is no news, short enough for a person who looks at a silent screen.</summary>
    public static readonly TimeSpan NoticeAfter = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>The last failed try that was, or is to be, repeated; null before the first.</summary>
    public string? LastTrouble { get; private set; }

    /// <summary>Runs a call that may be repeated: a read, a delete, a write of a blob that nobody else writes.</summary>
    /// <exception cref="FlowException"><c>MF4001</c> when storage stays away.</exception>
    public async Task<T> RunAsync<T>(string what, Func<Task<T>> call)
    {
        var start = time.GetTimestamp();
        var told = false;
        for (var pause = FirstPause; ; pause = Longer(pause))
        {
            try
            {
                return await call();
            }
            catch (BlobStoreException e) when (IsTransient(e.Failure) && time.GetElapsedTime(start) < limit)
            {
                LastTrouble = $"{what}: {e.Message.TrimEnd('.')}";
                if (!told && time.GetElapsedTime(start) >= NoticeAfter)
                {
                    told = true;
                    onWait?.Invoke(LastTrouble);
                }

                await PauseAsync(pause);
            }
            catch (BlobStoreException e) when (e.Failure is not (BlobFailure.ConditionNotMet or BlobFailure.NotFound))
            {
                throw JournalErrors.Unreachable($"{what}: {e.Message}");
            }
        }
    }

    /// <summary>As above, for calls without a result.</summary>
    public Task RunAsync(string what, Func<Task> call) => RunAsync(what, async () =>
    {
        await call();
        return true;
    });

    public static bool IsTransient(BlobFailure failure) => failure is BlobFailure.Unavailable or BlobFailure.Throttled;

    public static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    public long Start() => time.GetTimestamp();

    public bool IsOver(long start) => time.GetElapsedTime(start) >= limit;

    public Task PauseAsync(TimeSpan pause) => Task.Delay(pause, time);

    public static TimeSpan ShortPause => FirstPause;
}
