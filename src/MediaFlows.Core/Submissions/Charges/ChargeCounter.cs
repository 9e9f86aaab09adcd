using System.Text.Json;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;

namespace MediaFlows.Core.Submissions.Charges;

/// <summary>One durable counter in one blob. Additions are conditional on the version that was read, so parallel ones, on any number of machines, never pass a limit together.</summary>
internal sealed class ChargeCounter(IBlobStore blobs, FlowSerializer serializer, string name)
{
    private const int MostTries = 50;
    private readonly SemaphoreSlim _one = new(1, 1);
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

    /// <summary>Changes the count, or leaves it when <paramref name="change"/> returns null; returns whether it was changed.</summary>
    public async Task<bool> ChangeAsync(Func<ChargeCount?, ChargeCount?> change, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            for (var tries = 0; ; tries++)
            {
                // The last known version is nearly always current within one process; a refused write reads it anew.
                if (_etag is null || tries > 0) await LoadAsync(cancellationToken);
                if (change(_known) is not { } next) return false;
                try
                {
                    var condition = _etag is null ? BlobCondition.Absent : BlobCondition.Match(_etag);
                    _etag = await blobs.PutAsync(name, JsonSerializer.SerializeToUtf8Bytes(next, serializer.Options), condition, cancellationToken);
                    _known = next;
                    return true;
                }
                catch (BlobStoreException e) when (e.Failure == BlobFailure.ConditionNotMet && tries < MostTries)
                {
                    // Another writer was faster, or this was our own write whose answer was lost: counted once too often at worst, never too seldom.
                }
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var blob = await blobs.GetAsync(name, cancellationToken);
        (_known, _etag) = blob is null ? (null, null) : (JsonSerializer.Deserialize<ChargeCount>(blob.Bytes.Span, serializer.Options), blob.ETag);
    }
}
