using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;

namespace MediaFlows.Engine.Journal;

/// <summary>
/// Appends at a known position, or not at all. When storage leaves the outcome open, the blob itself is asked: our very bytes at our
/// position mean that it was carried out, nothing there means that it may be repeated, anything else means that the hub has another owner.
/// </summary>
internal sealed class FencedAppender(IBlobStore blobs, StoragePatience patience)
{
    private enum Finding
    {
        Landed,
        Nothing,
        Foreign,
    }

    /// <summary>Appends <paramref name="block"/> and returns the new length of the blob.</summary>
    /// <exception cref="FlowException"><c>MF4003</c> another owner wrote there; <c>MF4001</c> storage stays away.</exception>
    public async Task<long> AppendAsync(string blob, ReadOnlyMemory<byte> block, long position)
    {
        var start = patience.Start();
        for (var pause = StoragePatience.ShortPause; ; pause = StoragePatience.Longer(pause))
        {
            try
            {
                return await blobs.AppendAsync(blob, block, position, CancellationToken.None);
            }
            catch (BlobStoreException e) when (e.Failure is BlobFailure.Unavailable or BlobFailure.ConditionNotMet)
            {
                var found = await LookAsync(blob, block, position);
                if (found == Finding.Landed) return position + block.Length;
                if (found == Finding.Foreign) throw JournalErrors.Lost($"{blob} has other content at byte {position}");
                if (patience.IsOver(start)) throw JournalErrors.Unreachable($"append to {blob}: {e.Message}");
            }
            catch (BlobStoreException e) when (e.Failure == BlobFailure.Throttled && !patience.IsOver(start))
            {
                // Nothing was written; the pause below is all that is needed.
            }
            catch (BlobStoreException e) when (e.Failure == BlobFailure.NotFound)
            {
                throw JournalErrors.Lost($"{blob} is gone");
            }
            catch (BlobStoreException e)
            {
                throw JournalErrors.Unreachable($"append to {blob}: {e.Message}");
            }

            await patience.PauseAsync(pause);
        }
    }

    private async Task<Finding> LookAsync(string blob, ReadOnlyMemory<byte> block, long position)
    {
        var there = await patience.RunAsync($"read {blob}", () => blobs.GetRangeAsync(blob, position, block.Length, CancellationToken.None));
        if (there is null) throw JournalErrors.Lost($"{blob} is gone");
        if (there.TotalLength == position) return Finding.Nothing;
        return there.Bytes.Span.SequenceEqual(block.Span) ? Finding.Landed : Finding.Foreign;
    }
}
