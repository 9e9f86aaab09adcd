using System.Text;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Api.Tests.Ingest;

public sealed class ItemIngestTests : IAsyncLifetime
{
    private readonly ApiTestHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Every_item_that_can_start_starts_although_one_of_the_list_is_refused_and_a_requeue_starts_nothing_again()
    {
        var message = List(Item("a"), """{"pipeline":"sample.paint","input":{"titel":"x"},"key":"b"}""", Item("c"));
        for (var delivery = 1; delivery <= 2; delivery++)
        {
            Assert.Equal(ErrorCodes.InvalidInput, (await HandleAsync(message, delivery))!.Code);
            Assert.Equal(2, _host.Client.Starts.Count);
        }
    }

    [Fact]
    public async Task One_key_twice_in_a_list_starts_one_flow()
    {
        Assert.Null(await HandleAsync(List(Item("a"), Item("a"), Item("b"))));
        Assert.Equal(2, _host.Client.Starts.Count);
    }

    [Fact]
    public async Task Items_are_started_side_by_side()
    {
        var (inside, all) = (0, new TaskCompletionSource());
        _host.Client.OnStart = _ =>
        {
            if (Interlocked.Increment(ref inside) == 20) all.SetResult();
            return all.Task;
        };
        Assert.Null(await HandleAsync(List([.. Enumerable.Range(0, 20).Select(i => Item($"k{i}"))])));
    }

    [Fact]
    public async Task What_may_work_later_fails_the_delivery_and_the_next_one_starts_just_what_is_missing()
    {
        var message = List([.. Enumerable.Range(0, 10).Select(i => Item($"k{i}"))]);
        var failures = 3;
        _host.Client.OnStart = _ => Interlocked.Decrement(ref failures) >= 0
            ? throw new FlowException(new FlowError(ErrorCodes.Overloaded, "Full.") { Retryable = true })
            : Task.CompletedTask;
        await Assert.ThrowsAsync<FlowException>(() => HandleAsync(message));
        Assert.Equal(7, _host.Client.Starts.Count);
        Assert.Null(await HandleAsync(message, 2));
        Assert.Equal(10, _host.Client.Starts.Count);
        Assert.Equal(10, _host.Client.Starts.Select(s => s.InstanceId).Distinct().Count());
    }

    private static string Item(string key) => $$"""{"pipeline":"sample.paint","input":{"title":"{{key}}","colour":"darkRed"},"key":"{{key}}"}""";

    private static string List(params string[] items) => $"[{string.Join(',', items)}]";

    private Task<FlowError?> HandleAsync(string body, long delivery = 1) =>
        _host.Services.GetRequiredService<IIngestHandler>().HandleAsync(new IngestMessage("m1", Encoding.UTF8.GetBytes(body), delivery), default);
}
