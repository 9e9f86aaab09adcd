using System.Text.Json;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;

namespace MediaFlows.Engine.Journal;

/// <summary>
/// The owner record: keeps a second process out while the first one lives, and lets it in at once when the first one is dead.
/// It is courtesy, not the lock: an owner that everybody believes dead is fenced by the journal's append positions.
/// </summary>
internal sealed class HubOwnership(
    IBlobStore blobs, HubNames names, StoragePatience patience, IOwnerLiveness liveness, TimeProvider time, TimeSpan beat, TimeSpan watch)
{
    private string _etag = "";

    /// <summary>The record as this process last wrote it.</summary>
    public OwnerRecord? Current { get; private set; }

    /// <summary>The owner before, while it is watched for a sign of life; else null.</summary>
    public OwnerRecord? Watched { get; private set; }

    /// <summary>Takes the hub and returns the record of the owner before, or null.</summary>
    /// <exception cref="FlowException"><c>MF4002</c> when another process is alive.</exception>
    public async Task<OwnerRecord?> AcquireAsync(string ownerId)
    {
        var self = liveness.Self(ownerId);
        while (true)
        {
            var (before, etag) = await ReadAsync();
            if (before is not null && before.OwnerId != ownerId) await EnsureGoneAsync(before);
            var now = time.GetUtcNow();
            var mine = new OwnerRecord
            {
                OwnerId = self.Id,
                Machine = self.Machine,
                ProcessId = self.ProcessId,
                ProcessStart = self.ProcessStart,
                Since = now,
                SeenAt = now,
                Segment = before?.Segment ?? 0,
                Position = before?.Position ?? 0,
            };
            if (await TryWriteAsync(mine, etag is null ? BlobCondition.Absent : BlobCondition.Match(etag))) return before;
        }
    }

    /// <summary>A sign of life. False when somebody else took the hub.</summary>
    public Task<bool> BeatAsync(long segment, long position) => TryWriteAsync(
        Current! with { SeenAt = time.GetUtcNow(), Beats = Current.Beats + 1, Segment = segment, Position = position }, BlobCondition.Match(_etag));

    /// <summary>Says that the next process need not check anything.</summary>
    public Task<bool> ReleaseAsync(long segment, long position) => TryWriteAsync(
        Current! with { SeenAt = time.GetUtcNow(), Released = true, Segment = segment, Position = position }, BlobCondition.Match(_etag));

    private async Task EnsureGoneAsync(OwnerRecord owner)
    {
        if (owner.Released) return;
        var alive = liveness.IsAlive(owner);
        if (alive == false) return;
        if (alive == true && time.GetUtcNow() - owner.SeenAt < beat * 2.5) throw JournalErrors.Owned(owner);

        // On another machine, or on this one and silent (stopped, hung): its signs of life decide, whatever the clocks say.
        Watched = owner;
        await Task.Delay(watch, time);
        Watched = null;
        var (later, _) = await ReadAsync();
        if (later is not null && !later.Released && (later.OwnerId != owner.OwnerId || later.Beats != owner.Beats)) throw JournalErrors.Owned(later);
    }

    private async Task<(OwnerRecord? Record, string? ETag)> ReadAsync()
    {
        var blob = await patience.RunAsync("read the owner record", () => blobs.GetAsync(names.Owner, CancellationToken.None));
        if (blob is null) return (null, null);
        try
        {
            return (JsonSerializer.Deserialize<OwnerRecord>(blob.Bytes.Span, JsonSerializerOptions.Web), blob.ETag);
        }
        catch (JsonException)
        {
            throw JournalErrors.Damaged(names.Owner, 0, "the owner record is not readable");
        }
    }

    private async Task<bool> TryWriteAsync(OwnerRecord record, BlobCondition condition)
    {
        try
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(record, JsonSerializerOptions.Web);
            _etag = await patience.RunAsync("write the owner record", () => blobs.PutAsync(names.Owner, bytes, condition, CancellationToken.None));
        }
        catch (BlobStoreException e) when (e.Failure == BlobFailure.ConditionNotMet)
        {
            // Perhaps our own write whose answer was lost.
            var (there, etag) = await ReadAsync();
            if (there is null || there != record) return false;
            _etag = etag!;
        }

        Current = record;
        return true;
    }
}
