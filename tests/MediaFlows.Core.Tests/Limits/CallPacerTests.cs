using System.Net;
using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Limits;
using MediaFlows.Core.Limits.Calls;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Tests.Limits;

public sealed class CallPacerTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public async Task A_seconds_worth_is_free_then_calls_wait_and_a_long_wait_is_a_retryable_error_that_sent_nothing()
    {
        var pacer = Pacer(4);
        for (var i = 0; i < 4; i++) Assert.True(pacer.WaitAsync("busy", default).IsCompletedSuccessfully);
        var waiting = Enumerable.Range(0, 8).Select(_ => pacer.WaitAsync("busy", default).AsTask()).ToList();
        Assert.All(waiting, w => Assert.False(w.IsCompleted));
        var e = await Assert.ThrowsAsync<FlowException>(() => pacer.WaitAsync("busy", default).AsTask());
        Assert.Equal((ErrorCodes.ProviderThrottled, true), (e.Error.Code, e.Error.Retryable));
        Assert.Equal(2.25, e.Error.RetryAfter!.Value.TotalSeconds, 0.01);

        _time.Advance(TimeSpan.FromSeconds(2));
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task After_a_refusal_every_call_to_that_provider_rests()
    {
        var pacer = Pacer(null);
        pacer.Refused("busy", TimeSpan.FromSeconds(5));
        var e = await Assert.ThrowsAsync<FlowException>(() => pacer.WaitAsync("busy", default).AsTask());
        Assert.Equal(5, e.Error.RetryAfter!.Value.TotalSeconds, 0.01);
        Assert.True(pacer.WaitAsync("other", default).IsCompletedSuccessfully);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(pacer.WaitAsync("busy", default).IsCompletedSuccessfully);
    }

    [Fact]
    public void Several_processes_together_keep_to_the_rate() =>
        Prop.ForAll(Gen.Choose(0, 400).ArrayOf(80).ToArbitrary(), gaps =>
        {
            var time = new VirtualTime();
            var blobs = new MemoryBlobStore(time);
            SharedSlots[] processes = [new(blobs, time), new(blobs, time), new(blobs, time)];
            var starts = new List<double>();
            var clock = 0.0;
            foreach (var (gap, i) in gaps.Select((g, i) => (g, i)))
            {
                time.Advance(TimeSpan.FromMilliseconds(gap));
                clock += gap / 1000.0;
                var wait = processes[i % 3].TakeAsync("busy", 10, TimeSpan.FromSeconds(2), default).AsTask().GetAwaiter().GetResult()!.Value;
                if (wait <= TimeSpan.FromSeconds(2)) starts.Add(clock + wait.TotalSeconds);
            }

            // Each process may use what it leased, half a second's worth, up to a second late.
            return starts.All(from => starts.Count(s => s >= from && s < from + 3) <= (3 * 10) + (3 * 5) + 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_busy_process_asks_storage_twice_a_second_and_an_idle_one_never()
    {
        var blobs = new CountingBlobs(new MemoryBlobStore(_time));
        var slots = new SharedSlots(blobs, _time);
        for (var i = 0; i < 1000; i++)
        {
            var wait = await slots.TakeAsync("busy", 100, TimeSpan.FromSeconds(60), default);
            if (wait > TimeSpan.Zero) _time.Advance(wait!.Value);
        }

        Assert.InRange(blobs.Writes, 15, 25);
    }

    [Fact]
    public async Task When_storage_fails_calls_go_on()
    {
        var slots = new SharedSlots(new CountingBlobs(new MemoryBlobStore(_time)) { Fails = true }, _time);
        Assert.Null(await slots.TakeAsync("busy", 100, TimeSpan.FromSeconds(2), default));
    }

    [Fact]
    public async Task A_429_of_one_call_rests_the_client_of_the_provider()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<ICallPacer>(Pacer(null));
        var answers = new Queue<HttpStatusCode>([HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK]);
        services.AddHttpClient("busy").PacedAs("busy").ConfigurePrimaryHttpMessageHandler(() => new Answers(() => new HttpResponseMessage(answers.Dequeue()) { Headers = { { "Retry-After", "4" } } }));
        await using var provider = services.BuildServiceProvider();
        using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("busy");

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("http://busy.example/"))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await http.GetAsync(new Uri("http://busy.example/"))).StatusCode);
        var e = await Assert.ThrowsAsync<FlowException>(() => http.GetAsync(new Uri("http://busy.example/")));
        Assert.Equal(4, e.Error.RetryAfter!.Value.TotalSeconds, 0.01);
        Assert.Single(answers);
    }

    private CallPacer Pacer(double? perSecond) => new(
        new LimitSettings(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("MEDIAFLOWS_LIMIT_BUSY_CALLS_PER_SECOND", perSecond?.ToString(System.Globalization.CultureInfo.InvariantCulture))]).Build(), [new BusyModule()]),
        _time);
}
