using MediaFlows.Core.Storage;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    private long _checkpointBytes;
    private bool _rolling;
    private Action? _beat;
    private bool _beating;

    /// <summary>
    /// Begins a new segment with a checkpoint once the current one has grown past its limit and past three times its own checkpoint,
    /// so that rewriting live state never costs more than a third of what is written anyway.
    /// </summary>
    private void RollIfFull()
    {
        if (_rolling || _phase != HubPhase.Running) return;
        var full = _journal.Position > Math.Max(_options.SegmentBytes, 3 * _checkpointBytes) || _journal.Blocks > _options.SegmentBlocks;
        if (!full) return;
        _rolling = true;
        var before = _journal.Segment;
        CommitUnit();
        _journal.Roll();
        WriteCheckpoint(before);
        _journal.WhenDurable(new OnceDurable(() =>
        {
            _rolling = false;
            _checkpointBytes = _journal.Position;
            DeleteOldSegments();
        }));
    }

    /// <summary>Segments before the current one are covered by its checkpoint; whoever deletes them, an owner or one that was, does no harm.</summary>
    private void DeleteOldSegments()
    {
        var current = _journal.Segment;
        Background(DeleteAsync());

        async Task DeleteAsync()
        {
            var old = new List<string>();
            await foreach (var item in _services.Blobs.ListAsync(_names.Journal, CancellationToken.None))
                if (HubNames.SegmentOf(item.Name) < current) old.Add(item.Name);
            foreach (var blob in old) await _services.Blobs.DeleteAsync(blob, null, CancellationToken.None);
        }
    }

    private void Beat()
    {
        _agenda.Plan(_beat!, _options.OwnerBeat);
        if (_beating) return;
        _beating = true;
        _ = BeatAsync(_journal.PositionSegment, _journal.Position);
    }

    private async Task BeatAsync(long segment, long position)
    {
        try
        {
            var mine = await _ownership.BeatAsync(segment, position);
            Post(new HubMessage(hub =>
            {
                hub._beating = false;
                if (!mine) hub.Fail(JournalErrors.Lost("the owner record names another process"));
            }));
        }
        catch (Exception e)
        {
            // The record is courtesy; the journal decides. A storage that is away stops the hub when there is something to write.
            LogBeat(_services.Log, e);
            Post(new HubMessage(hub => hub._beating = false));
        }
    }

    [Microsoft.Extensions.Logging.LoggerMessage(Microsoft.Extensions.Logging.LogLevel.Warning, "The owner record could not be written")]
    private static partial void LogBeat(Microsoft.Extensions.Logging.ILogger logger, Exception e);
}
