using System.Text.Json;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;

namespace MediaFlows.Core.Submissions.Charges;

/// <summary>One durable counter in one blob. Additions are conditional on the version that was read, so parallel ones, on any number of machines, never pass a limit together.</summary>
internal sealed class ChargeCounter(IBlobStore blobs, FlowSerializer serializer, string name)
{
    private const int MostTries = 50;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly HashSet<string> _noted = new(StringComparer.Ordinal);
    private ChargeCount? _known;
    private string? _etag;

    /// <summary>The count as storage has it; null when the counter does not exist.</summary>
    public async Task<ChargeCount?> ReadAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await LoadAsync(cancellationToken);
            return _known;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The charge is noted elsewhere by now, so the next write need not remember it as open.</summary>
    public void Noted(string key)
    {
        lock (_noted) _noted.Add(key);
    }

    /// <summary>Changes the count. False when <paramref name="change"/> returns null; nothing is written when it returns what it was given.</summary>
    public async Task<bool> ChangeAsync(Func<ChargeCount?, ChargeCount?> change, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            for (var tries = 0; ; tries++)
            {
                // The last known version is nearly always current within one process; a refused write reads it anew.
                if (_etag is null || tries > 0) await LoadAsync(cancellationToken);
                if (change(_known) is not { } changed) return false;
                if (ReferenceEquals(changed, _known)) return true;
                var noted = TakeNoted();
                var next = changed.Closed(noted);
                try
                {
                    var condition = _etag is null ? BlobCondition.Absent : BlobCondition.Match(_etag);
                    _etag = await blobs.PutAsync(name, JsonSerializer.SerializeToUtf8Bytes(next, serializer.Options), condition, cancellationToken);
                    _known = next;
                    return true;
                }
                catch (BlobStoreException e) when (e.Failure == BlobFailure.ConditionNotMet && tries < MostTries)
                {
                    // Another writer was faster, or this was our own write whose answer was lost: the next look tells.
                    foreach (var key in noted) Noted(key);
                }
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private HashSet<string> TakeNoted()
    {
        lock (_noted)
        {
            var taken = _noted.ToHashSet(StringComparer.Ordinal);
            _noted.Clear();
            return taken;
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var blob = await blobs.GetAsync(name, cancellationToken);
        (_known, _etag) = blob is null ? (null, null) : (JsonSerializer.Deserialize<ChargeCount>(blob.Bytes.Span, serializer.Options), blob.ETag);
    }
}
