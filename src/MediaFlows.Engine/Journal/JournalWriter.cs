using MediaFlows.Core.Storage;

namespace MediaFlows.Engine.Journal;

/// <summary>
/// Group commit: records gather in an open batch while one append is in flight; when that is done, everything that gathered goes out as the next.
/// Called on the hub's loop only; finished appends come back to the loop through <paramref name="post"/>.
/// </summary>
internal sealed class JournalWriter(
    IBlobStore blobs,
    HubNames names,
    FencedAppender appender,
    StoragePatience patience,
    BatchBuffers buffers,
    TimeProvider time,
    Action<JournalBatch, Exception?> post)
{
    private readonly Queue<JournalBatch> _sealed = new();
    private JournalBatch? _open;
    private JournalBatch? _inFlight;
    private long _epoch;
    private long _owner;
    private long _segment;
    private bool _segmentOpened;
    private long _sequence;
    private long _position;
    private long _sealedBytes;
    private bool _stopped;

    public long Segment => _segment;

    /// <summary>Bytes of <see cref="PositionSegment"/> that are durable.</summary>
    public long Position => _position;

    /// <summary>The segment that the last durable append went to.</summary>
    public long PositionSegment { get; private set; }

    /// <summary>Appends made to the current segment, those that wait included.</summary>
    public long Blocks => _sequence;

    public bool HasWork => _open is { IsEmpty: false } || _sealed.Count > 0 || _inFlight is not null;

    public long BacklogBytes => _sealedBytes + (_open?.Length ?? 0) + (_inFlight?.Length ?? 0);

    /// <summary>Goes on in a new segment as this owner.</summary>
    public void Start(long epoch, long owner, long segment)
    {
        (_epoch, _owner) = (epoch, owner);
        OpenSegment(segment);
    }

    public void Add(RecordKind kind, bool continues, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        if (Open().TryAdd(kind, continues, head, body)) return;
        SealOpen();
        if (!Open().TryAdd(kind, continues, head, body)) throw new InvalidOperationException($"A {kind} record of {head.Length + body.Length} bytes fits no append.");
    }

    /// <summary>A blob that the next record refers to.</summary>
    public void Require(string blob, ReadOnlyMemory<byte> content) => Open().Payloads.Add(new(blob, content));

    /// <summary>Runs <paramref name="effect"/> once everything added so far is durable; at once when it is.</summary>
    public void WhenDurable(IDurableEffect effect)
    {
        if (_open is { IsEmpty: false } open) open.Effects.Add(effect);
        else if (_sealed.Count > 0) _sealed.Last().Effects.Add(effect);
        else if (_inFlight is not null) _inFlight.Effects.Add(effect);
        else effect.OnDurable();
    }

    /// <summary>Ends the segment: its last record, then everything else goes to the next.</summary>
    public void Roll()
    {
        Add(RecordKind.Roll, continues: false, default, default);
        SealOpen();
        OpenSegment(_segment + 1);
    }

    /// <summary>Starts the next append if none is in flight.</summary>
    public void Flush()
    {
        if (_stopped || _inFlight is not null) return;
        if (_sealed.Count == 0)
        {
            if (_open is not { IsEmpty: false }) return;
            SealOpen();
        }

        _inFlight = _sealed.Dequeue();
        _sealedBytes -= _inFlight.Length;
        _ = CommitAsync(_inFlight);
    }

    /// <summary>The append in flight has come back well.</summary>
    public void Completed(JournalBatch batch)
    {
        _inFlight = null;
        Flush();
        foreach (var effect in batch.Effects) effect.OnDurable();
        buffers.Return(batch.Buffer);
    }

    /// <summary>Nothing is written any more; whoever waits learns why.</summary>
    public void Stop(Exception error)
    {
        if (_stopped) return;
        _stopped = true;
        var all = _sealed.Prepend(_inFlight).Append(_open).OfType<JournalBatch>().ToList();
        _sealed.Clear();
        (_inFlight, _open, _sealedBytes) = (null, null, 0);
        foreach (var effect in all.SelectMany(b => b.Effects)) effect.OnLost(error);
    }

    private JournalBatch Open() => _open ??= NewBatch();

    private JournalBatch NewBatch()
    {
        var batch = new JournalBatch(buffers.Take(), _segment, !_segmentOpened);
        _segmentOpened = true;
        return batch;
    }

    private void OpenSegment(long segment) => (_segment, _segmentOpened, _sequence) = (segment, false, 0);

    private void SealOpen()
    {
        if (_open is null) return;
        _open.Seal(_epoch, _owner, _sequence++, time.GetTimestamp());
        _sealed.Enqueue(_open);
        _sealedBytes += _open.Length;
        _open = null;
    }

    private async Task CommitAsync(JournalBatch batch)
    {
        try
        {
            foreach (var (blob, content) in batch.Payloads)
                await patience.RunAsync($"write {blob}", () => blobs.PutAsync(blob, content, BlobCondition.None, CancellationToken.None));
            if (batch.OpensSegment)
            {
                await CreateAsync(names.Segment(batch.Segment));
                _position = 0;
                PositionSegment = batch.Segment;
            }

            _position = await appender.AppendAsync(names.Segment(batch.Segment), batch.Bytes, _position);
            post(batch, null);
        }
        catch (Exception e)
        {
            post(batch, e);
        }
    }

    // A blob that exists may be our own whose answer was lost. Whose it is shows when the first append at position 0 succeeds or not.
    private Task CreateAsync(string blob) => patience.RunAsync($"create {blob}", async () =>
    {
        try
        {
            await blobs.CreateAppendAsync(blob, CancellationToken.None);
        }
        catch (BlobStoreException e) when (e.Failure == BlobFailure.ConditionNotMet)
        {
        }
    });
}
