using System.Text;
using MediaFlows.Core.Batches;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Tests.Recipes;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Tests.Batches;

[Collection("echo flow")]
public sealed class BatchFlowTests : IAsyncDisposable
{
    private readonly InlineFlowRunner _runner = new(new Dictionary<string, string>(StringComparer.Ordinal), new VirtualTime(), s => s.AddSingleton<IFlow, EchoFlow>());

    public BatchFlowTests() => EchoFlow.Ran.Clear();

    public ValueTask DisposeAsync() => _runner.DisposeAsync();

    [Fact]
    public async Task Every_item_runs_once_and_the_results_keep_the_manifests_order()
    {
        Manifest(Enumerable.Range(0, 250).Select(i => $$$"""{"key":"k{{{i}}}","input":{"text":"t{{{i}}}","mode":"m"}}"""));
        var run = await _runner.RunAsync("mediaflows.batch", """{"manifest":{"blob":"m.jsonl"},"flow":"test.echo","maxParallel":3}""");
        Assert.Equal(250, run.Output!.Value.GetProperty("done").GetInt64());
        Assert.Equal(250, EchoFlow.Ran.Distinct().Count());
        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"k{i}"), (await ResultsAsync()).Select(r => r.Key));
    }

    [Fact]
    public async Task Bad_lines_and_failed_items_are_results_and_the_batch_says_how_many()
    {
        Manifest(["""{"text":"a","mode":"m"}""", "{bad", """{"text":"fail","mode":"m"}""", """{"txt":"x"}""", """{"text":"no mode"}"""]);
        var run = await _runner.RunAsync("mediaflows.batch", """{"manifest":{"blob":"m.jsonl"},"flow":"test.echo"}""");
        Assert.Equal(ErrorCodes.ItemsFailed, run.Error!.Code);
        var results = await ResultsAsync();
        Assert.Equal(["completed", "failed", "failed", "failed", "failed"], results.Select(r => r.State));
        Assert.Equal([null, ErrorCodes.InvalidInput, ErrorCodes.JobFailed, ErrorCodes.InvalidInput, ErrorCodes.QuestionsOpen], results.Select(r => r.Error?.Code));
        Assert.Equal(["a", "fail"], EchoFlow.Ran);
    }

    [Fact]
    public async Task Progress_counts_items_and_never_runs_backwards()
    {
        Manifest(Enumerable.Range(0, 60).Select(i => $$"""{"text":"t{{i}}","mode":"m"}"""));
        var run = await _runner.RunAsync("mediaflows.batch", """{"manifest":{"blob":"m.jsonl"},"flow":"test.echo","maxParallel":2}""");
        var done = run.Progress.Where(p => p.Items is not null).Select(p => p.Items!.Done).ToList();
        Assert.Equal(done.Order(), done);
        Assert.Equal(60, done[^1]);
    }

    [Theory]
    [InlineData("""{"manifest":{"blob":"m.jsonl"},"maxParallel":0}""", "maxParallel")]
    [InlineData("""{"manifest":{"blob":"m.jsonl"},"format":"xml"}""", "format")]
    [InlineData("""{"manifest":{"blob":"m.jsonl"},"state":{"items":1,"slices":1,"startedAt":"2026-01-01T00:00:00Z"}}""", "state")]
    public async Task A_wrong_batch_starts_nothing(string input, string field)
    {
        Manifest(["""{"text":"a","mode":"m"}"""]);
        var e = await Assert.ThrowsAsync<InvalidInputException>(() => _runner.RunAsync("mediaflows.batch", input));
        Assert.Contains(field, e.Fields.Keys);
        Assert.Empty(EchoFlow.Ran);
    }

    private void Manifest(IEnumerable<string> lines) => _runner.Media.Blobs["m.jsonl"] = Encoding.UTF8.GetBytes(string.Join('\n', lines));

    private async Task<List<BatchResult>> ResultsAsync()
    {
        var blobs = _runner.Services.GetRequiredService<BatchBlobs>();
        var results = new List<BatchResult>();
        await foreach (var slice in blobs.ResultSlicesAsync("test", CancellationToken.None)) results.AddRange(await blobs.ReadResultsAsync("test", slice, CancellationToken.None));
        return results;
    }
}
