using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using MediaFlows.Core.Storage;

namespace MediaFlows.Core.Limits.Calls;

/// <summary>
/// The call rate of a provider shared by several processes: the time of the next free slot is one small blob, and each process takes half a second's worth
/// of slots in one conditional write, so a busy process costs about two requests a second and an idle one none.
/// </summary>
/// <remarks>When storage does not answer the process keeps to the rate by itself until it does: calls matter more than the last word on their pace.</remarks>
public sealed class SharedSlots
{
    private const double SecondsPerLease = 0.5;
    private const int MostTries = 20;
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(1);

    private readonly IBlobStore _blobs;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, Lease> _leases = new(StringComparer.Ordinal);

    /// <summary>Shares slots through <paramref name="blobs"/>.</summary>
    public SharedSlots(IBlobStore blobs, TimeProvider time)
    {
        _blobs = blobs;
        _time = time;
    }

    /// <summary>Takes a slot of <paramref name="provider"/>; returns how long it is until then. A slot further away than <paramref name="patience"/> stays free for a later call.</summary>
    public async ValueTask<TimeSpan?> TakeAsync(string provider, double perSecond, TimeSpan patience, CancellationToken cancellationToken)
    {
        var lease = _leases.GetOrAdd(provider, _ => new Lease());
        await lease.One.WaitAsync(cancellationToken);
        try
        {
            var now = _time.GetUtcNow();
            var step = TimeSpan.FromSeconds(1 / perSecond);
            // Slots of a pause do not add up to a burst.
            while (lease.Left > 0 && lease.Next < now - Stale) lease.Skip(step);
            if (lease.Left == 0) await RenewAsync(provider, lease, step, now, cancellationToken);
            var wait = lease.Next - now;
            if (wait <= patience) lease.Skip(step);
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
        catch (BlobStoreException)
        {
            return null;
        }
        finally
        {
            lease.One.Release();
        }
    }

    private async Task RenewAsync(string provider, Lease lease, TimeSpan step, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var name = "limits/calls/" + Uri.EscapeDataString(provider);
        var count = Math.Max(1, (int)Math.Ceiling(SecondsPerLease / step.TotalSeconds));
        for (var tries = 1; ; tries++)
        {
            var blob = await _blobs.GetAsync(name, cancellationToken);
            var free = blob is null ? now : Read(blob);
            var first = free > now ? free : now;
            try
            {
                var bytes = Encoding.UTF8.GetBytes((first + (step * count)).UtcTicks.ToString(CultureInfo.InvariantCulture));
                await _blobs.PutAsync(name, bytes, blob is null ? BlobCondition.Absent : BlobCondition.Match(blob.ETag), cancellationToken);
                lease.Set(first, count);
                return;
            }
            catch (BlobStoreException e) when (e.Failure == BlobFailure.ConditionNotMet && tries < MostTries)
            {
                // Another process was faster.
            }
        }
    }

    private static DateTimeOffset Read(BlobContent blob) =>
        long.TryParse(Encoding.UTF8.GetString(blob.Bytes.Span), CultureInfo.InvariantCulture, out var ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : DateTimeOffset.MinValue;

    private sealed class Lease
    {
        public SemaphoreSlim One { get; } = new(1, 1);

        public DateTimeOffset Next { get; private set; }

        public int Left { get; private set; }

        public void Set(DateTimeOffset first, int count) => (Next, Left) = (first, count);

        public void Skip(TimeSpan step)
        {
            Next += step;
            Left--;
        }
    }
}
