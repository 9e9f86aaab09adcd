using System.Text.Json;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;
using MediaFlows.Functions.Durable;
using MediaFlows.Functions.Resuming;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Storage;

namespace MediaFlows.Functions.Tests.Resuming;

/// <summary>An ended run is kept in parts and read back whole.</summary>
public sealed class KeptRunsTests
{
    private readonly FlowSerializer _serializer = new(new TestProtector());
    private readonly MemoryBlobStore _blobs = new(TimeProvider.System);

    private KeptRuns Runs => new(_blobs, _serializer);

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(400, 1000)]
    [InlineData(3, 300_000)]
    public async Task A_run_of_any_size_comes_back_as_it_was(int calls, int bytes)
    {
        var run = Run(0, calls, bytes);
        var parts = RunParts.Cut("i:1", run, _serializer);
        foreach (var part in parts)
        {
            Assert.True(part.Calls.Count <= 1 || JsonSerializer.SerializeToUtf8Bytes(part, _serializer.Options).Length < 1_000_000);
            await Runs.KeepAsync(part, default);
            await Runs.KeepAsync(part, default);
        }

        var read = new List<RunPart>();
        for (var i = 0; i < parts.Count; i++) read.Add((await Runs.ReadAsync(new RunPartRequest("i:1", null, i), default))!);
        Assert.Equal(Json(run), Json(RunParts.Join(read)));
        Assert.Null(await Runs.ReadAsync(new RunPartRequest("i:1", null, parts.Count), default));
        Assert.Null(await Runs.ReadAsync(new RunPartRequest("i", null, 0), default));
    }

    [Fact]
    public async Task A_later_run_replaces_the_earlier_one_only_when_it_is_whole()
    {
        await KeepAsync(RunParts.Cut("a", Run(0, 1, 10), _serializer));
        var next = RunParts.Cut("a", Run(1, 400, 1000), _serializer);
        await Runs.KeepAsync(next[0], default);
        Assert.NotNull(await Runs.ReadAsync(new RunPartRequest("a", 0, 0), default));
        await KeepAsync(next);
        Assert.Null(await Runs.ReadAsync(new RunPartRequest("a", 0, 0), default));
        Assert.Equal(1, (await Runs.ReadAsync(new RunPartRequest("a", null, 0), default))!.Run);
    }

    [Fact]
    public async Task Purging_one_instance_leaves_others_alone()
    {
        await KeepAsync(RunParts.Cut("a", Run(0, 1, 10), _serializer));
        await KeepAsync(RunParts.Cut("a:child", Run(0, 1, 10), _serializer));
        await Runs.PurgeAsync("a", default);
        Assert.Null(await Runs.ReadAsync(new RunPartRequest("a", null, 0), default));
        Assert.NotNull(await Runs.ReadAsync(new RunPartRequest("a:child", null, 0), default));
    }

    private async Task KeepAsync(IReadOnlyList<RunPart> parts)
    {
        foreach (var part in parts) await Runs.KeepAsync(part, default);
    }

    private string Json(EndedRun run) => JsonSerializer.Serialize(run, _serializer.Options);

    private static EndedRun Run(int number, int calls, int bytes)
    {
        var envelope = new FlowEnvelope
        {
            MediaFlows = FlowEnvelope.CurrentFormat,
            Flow = "a.b",
            Version = "1",
            Input = JsonSerializer.SerializeToElement(new { x = 1 }),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        var text = JsonSerializer.SerializeToElement(new string('x', bytes));
        return new EndedRun(number, envelope, DateTime.UnixEpoch, [.. Enumerable.Range(0, calls).Select(i =>
            new RecordedCall(RecordedCallKind.Activity, "a.c", $"{i}", DateTime.UnixEpoch.AddSeconds(i)) { Position = i, Result = text, Outcome = i == 1 ? FlowOutcome.Failed : null })], Failed: true);
    }
}
