using MediaFlows.Core.Errors;
using MediaFlows.Core.Ingest;
using MediaFlows.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Storage.Ingest;

/// <summary>
/// Takes messages from the ingest queue for the embedded host, as the queue trigger does on Azure. An empty queue is looked into less and less often,
/// so that an idle hub costs at most some 65 requests an hour for it.
/// </summary>
public sealed class IngestPump
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly MessageQueue _queue;
    private readonly IngestWork _work;
    private readonly IngestPumpOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<IngestPump> _logger;
    private string? _trouble;

    /// <summary>Hands messages of <paramref name="queue"/> to <paramref name="handler"/>.</summary>
    public IngestPump(MessageQueue queue, PoisonQueue poison, IIngestHandler handler, IngestPumpOptions options, TimeProvider time, ILogger<IngestPump> logger)
    {
        _queue = queue;
        _work = new IngestWork(queue, poison, handler, options, logger);
        _options = options;
        _time = time;
        _logger = logger;
    }

    /// <summary>
    /// Works until <paramref name="stopping"/>; then what has begun may come to its end within the drain limit, and the rest is delivered again later.
    /// </summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        if (_options.Parallel == 0) return;
        using var drained = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        using var limit = stopping.Register(() => drained.CancelAfter(_options.DrainLimit));
        using var free = new SemaphoreSlim(_options.Parallel);
        var running = new HashSet<Task>();
        try
        {
            for (var pause = TimeSpan.Zero; ;)
            {
                if (pause > TimeSpan.Zero) await Task.Delay(pause, _time, stopping);
                var slots = await TakeSlotsAsync(free, stopping);
                var items = await ReceiveAsync(slots, stopping);
                if (items.Count < slots) free.Release(slots - items.Count);
                running.RemoveWhere(t => t.IsCompleted);
                foreach (var item in items) running.Add(WorkAsync(item, free, drained.Token));
                pause = items.Count > 0 ? TimeSpan.Zero : Longer(pause);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task<IReadOnlyList<QueueItem>> ReceiveAsync(int slots, CancellationToken stopping)
    {
        try
        {
            var items = await _queue.ReceiveAsync(slots, _options.Visibility, stopping);
            _trouble = null;
            return items;
        }
        catch (FlowException e)
        {
            // Said once, not every minute for as long as it lasts.
            if (_trouble != e.Error.Code) _logger.LogWarning("The queue {Queue} cannot be read; it is tried again until it can. {Reason}", _queue.Name, e.Message);
            _trouble = e.Error.Code;
            return [];
        }
    }

    private async Task WorkAsync(QueueItem item, SemaphoreSlim free, CancellationToken drained)
    {
        try
        {
            await _work.RunAsync(item, drained);
        }
        catch (OperationCanceledException)
        {
            _logger.LogWarning("Message {MessageId} was not finished when the host stopped; it will be delivered again", item.Id);
        }
        finally
        {
            free.Release();
        }
    }

    // One slot is waited for, more are taken where they are free: fewer requests when messages come in crowds.
    private static async Task<int> TakeSlotsAsync(SemaphoreSlim free, CancellationToken stopping)
    {
        await free.WaitAsync(stopping);
        var slots = 1;
        while (slots < MessageQueue.MaxBatch && free.Wait(0, CancellationToken.None)) slots++;
        return slots;
    }

    private TimeSpan Longer(TimeSpan pause)
    {
        var next = pause == TimeSpan.Zero ? FirstPause : pause * 2;
        return next < _options.MaxPollInterval ? next : _options.MaxPollInterval;
    }
}
