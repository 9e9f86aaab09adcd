using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;
using MediaFlows.Engine.Journal;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;

namespace MediaFlows.Engine.Tests;

public sealed class FencedAppenderTests
{
    private static readonly byte[] Mine = [1, 2, 3];
    private readonly VirtualTime _time = new();
    private readonly FaultyAppends _blobs;
    private readonly FencedAppender _appender;

    public FencedAppenderTests()
    {
        _blobs = new FaultyAppends(_time);
        _appender = new FencedAppender(_blobs, new StoragePatience(_time, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task An_append_whose_answer_was_lost_is_recognised_and_not_made_twice()
    {
        await _blobs.CreateAppendAsync("j", default);
        _blobs.After.Enqueue(new BlobStoreException(BlobFailure.Unavailable, "lost"));
        Assert.Equal(3, await _appender.AppendAsync("j", Mine, 0));
        Assert.Equal(Mine, (await _blobs.GetAsync("j", default))!.Bytes.ToArray());
    }

    [Fact]
    public async Task Own_bytes_with_a_successors_fence_behind_them_count_as_carried_out()
    {
        await _blobs.CreateAppendAsync("j", default);
        _blobs.After.Enqueue(new BlobStoreException(BlobFailure.Unavailable, "lost"));
        _blobs.Then = () => _blobs.AppendPlainAsync("j", [9, 9], 3);
        Assert.Equal(3, await _appender.AppendAsync("j", Mine, 0));
    }

    [Theory]
    [InlineData(BlobFailure.Unavailable)]
    [InlineData(BlobFailure.Throttled)]
    public async Task An_append_that_was_not_carried_out_is_made_again(BlobFailure failure)
    {
        await _blobs.CreateAppendAsync("j", default);
        _blobs.Before.Enqueue(new BlobStoreException(failure, "no"));
        var append = _appender.AppendAsync("j", Mine, 0);
        while (!append.IsCompleted) Assert.True(_time.AdvanceToNextTimer());
        Assert.Equal(3, await append);
    }

    [Fact]
    public async Task Other_bytes_at_the_position_mean_that_the_hub_is_lost()
    {
        await _blobs.CreateAppendAsync("j", default);
        await _blobs.AppendPlainAsync("j", [9, 9, 9], 0);
        Assert.Equal(ErrorCodes.HubLost, (await Assert.ThrowsAsync<FlowException>(() => _appender.AppendAsync("j", Mine, 0))).Error.Code);
        Assert.Equal([9, 9, 9], (await _blobs.GetAsync("j", default))!.Bytes.ToArray());
    }

    [Fact]
    public async Task Storage_that_stays_away_ends_in_a_clear_error()
    {
        await _blobs.CreateAppendAsync("j", default);
        for (var i = 0; i < 100; i++) _blobs.Before.Enqueue(new BlobStoreException(BlobFailure.Unavailable, "no"));
        var append = _appender.AppendAsync("j", Mine, 0);
        while (!append.IsCompleted) Assert.True(_time.AdvanceToNextTimer());
        Assert.Equal(ErrorCodes.StorageUnavailable, (await Assert.ThrowsAsync<FlowException>(() => append)).Error.Code);
    }

    private sealed class FaultyAppends(TimeProvider time) : MemoryBlobStore(time)
    {
        public Queue<BlobStoreException> Before { get; } = new();

        public Queue<BlobStoreException> After { get; } = new();

        public Func<Task>? Then { get; set; }

        public Task<long> AppendPlainAsync(string name, byte[] block, long position) => base.AppendAsync(name, block, position, CancellationToken.None);

        public override async Task<long> AppendAsync(string name, ReadOnlyMemory<byte> block, long expectedPosition, CancellationToken cancellationToken)
        {
            if (Before.TryDequeue(out var refused)) throw refused;
            var length = await base.AppendAsync(name, block, expectedPosition, cancellationToken);
            if (Then is { } then) await then();
            return After.TryDequeue(out var lost) ? throw lost : length;
        }
    }
}
