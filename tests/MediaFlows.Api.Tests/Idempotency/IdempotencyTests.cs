using System.Net;
using System.Text;
using MediaFlows.Api.Idempotency;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Errors;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Api.Tests.Idempotency;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private readonly ApiTestHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_same_request_again_has_the_first_answer()
    {
        using var first = await SendAsync("k", """{"title":"Sea","colour":"darkRed"}""");
        using var again = await SendAsync("\"k\"", """{ "colour" : "darkRed", "title" : "Sea" }""");

        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Single(_host.Client.Starts);
    }

    [Theory]
    [InlineData("", """{"title":"Lake","colour":"darkRed"}""")]
    [InlineData("?batch=b", """{"title":"Sea","colour":"darkRed"}""")]
    [InlineData("?tag=a:b", """{"title":"Sea","colour":"darkRed"}""")]
    [InlineData("?defaults=true", """{"title":"Sea","colour":"darkRed"}""")]
    public async Task The_same_key_with_another_request_is_refused(string query, string body)
    {
        using var first = await SendAsync("k", """{"title":"Sea","colour":"darkRed"}""");
        using var other = await SendAsync("k", body, query);

        await other.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1009");
        Assert.Single(_host.Client.Starts);
    }

    [Fact]
    public async Task A_hundred_at_once_start_one()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SendAsync("k", """{"title":"Sea","colour":"darkRed"}""")));

        Assert.Single(_host.Client.Starts);
        var accepted = answers.Where(a => a.StatusCode == HttpStatusCode.Accepted).ToList();
        Assert.NotEmpty(accepted);
        Assert.Single((await Task.WhenAll(accepted.Select(ApiTestHost.JsonOf))).Select(b => (string?)b["id"]).Distinct());
        foreach (var refused in answers.Except(accepted)) await refused.ShouldBeProblem(HttpStatusCode.Conflict, "MF1010");
    }

    [Fact]
    public async Task While_the_first_is_being_started_the_second_is_told_to_wait()
    {
        var gate = new TaskCompletionSource();
        _host.Client.OnStart = _ => gate.Task;
        var first = SendAsync("k", """{"title":"Sea","colour":"darkRed"}""");
        while (_host.Blobs.Requests < 2) await Task.Yield();

        using var second = await SendAsync("k", """{"title":"Sea","colour":"darkRed"}""");
        await second.ShouldBeProblem(HttpStatusCode.Conflict, "MF1010");
        Assert.Equal(TimeSpan.FromSeconds(1), second.Headers.RetryAfter?.Delta);

        gate.SetResult();
        using var answer = await first;
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task A_crash_between_record_and_start_is_healed_under_the_recorded_id()
    {
        var store = _host.Services.GetRequiredService<IdempotencyStore>();
        using (await SendAsync("probe", """{"title":"Sea","colour":"darkRed"}"""))
        {
        }

        var (sample, _) = (await store.FindAsync("probe", default))!.Value;
        var left = sample with { InstanceId = "left-behind", State = IdempotencyState.Starting, LockedUntil = _host.Time.GetUtcNow().AddSeconds(15) };
        await store.TryWriteAsync("k", left, null, default);

        using (var early = await SendAsync("k", """{"title":"Sea","colour":"darkRed"}""")) await early.ShouldBeProblem(HttpStatusCode.Conflict, "MF1010");
        _host.Time.Advance(TimeSpan.FromSeconds(16));
        using var healed = await SendAsync("k", """{"title":"Sea","colour":"darkRed"}""");

        Assert.Equal("left-behind", (string?)(await ApiTestHost.JsonOf(healed))["id"]);
        Assert.Equal("left-behind", _host.Client.Starts.Last().InstanceId);
    }

    [Fact]
    public async Task A_start_whose_answer_was_lost_is_not_started_again()
    {
        _host.Client.OnStart = s => s.InstanceId is { } id && _host.Client.GetAsync(id, default).Result is null
            ? throw new FlowException(ErrorCodes.StorageUnavailable, "Storage did not answer.") : Task.CompletedTask;
        using (var lost = await SendAsync("k", """{"title":"Sea","colour":"darkRed"}""")) await lost.ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "MF4001");
        var store = _host.Services.GetRequiredService<IdempotencyStore>();
        var id = (await store.FindAsync("k", default))!.Value.Record.InstanceId;
        _host.Client.OnStart = null;
        await _host.Client.StartAsync(new() { Flow = "sample.paint", InstanceId = id, Input = new { } }, default);

        using var again = await SendAsync("k", """{"title":"Sea","colour":"darkRed"}""");
        Assert.Equal(id, (string?)(await ApiTestHost.JsonOf(again))["id"]);
        Assert.Single(_host.Client.Starts);
    }

    [Fact]
    public async Task A_failed_check_leaves_the_key_free()
    {
        using (var wrong = await SendAsync("k", """{"title":"","colour":"darkRed"}""")) await wrong.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
        using (var open = await SendAsync("k", """{"title":"Sea"}""")) await open.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1002");

        using var good = await SendAsync("k", """{"title":"Sea","colour":"darkRed"}""");
        Assert.Equal(HttpStatusCode.Accepted, good.StatusCode);
    }

    [Fact]
    public async Task A_start_that_the_host_refused_leaves_the_key_free()
    {
        _host.Client.OnStart = _ => throw new FlowException(ErrorCodes.Overloaded, "Too much is waiting.");
        using (var refused = await SendAsync("k", """{"title":"Sea","colour":"darkRed"}""")) await refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "MF4006");
        _host.Client.OnStart = null;

        using var other = await SendAsync("k", """{"title":"Lake","colour":"darkRed"}""");
        Assert.Equal(HttpStatusCode.Accepted, other.StatusCode);
    }

    [Fact]
    public async Task After_a_day_the_key_is_forgotten()
    {
        using var first = await SendAsync("k", """{"title":"Sea","colour":"darkRed"}""");
        _host.Time.Advance(TimeSpan.FromHours(24));
        using var later = await SendAsync("k", """{"title":"Lake","colour":"darkRed"}""");

        Assert.Equal(HttpStatusCode.Accepted, later.StatusCode);
        Assert.NotEqual((string?)(await ApiTestHost.JsonOf(first))["id"], (string?)(await ApiTestHost.JsonOf(later))["id"]);
    }

    [Fact]
    public async Task The_sweep_removes_what_expired_and_nothing_else()
    {
        using var first = await SendAsync("old", """{"title":"Sea","colour":"darkRed"}""");
        _host.Time.Advance(TimeSpan.FromHours(20));
        using var second = await SendAsync("young", """{"title":"Sea","colour":"darkRed"}""");
        _host.Time.Advance(TimeSpan.FromHours(5));
        var store = _host.Services.GetRequiredService<IdempotencyStore>();

        Assert.Equal(1, await store.SweepAsync(default));
        Assert.Null(await store.FindAsync("old", default));
        Assert.NotNull(await store.FindAsync("young", default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("has space")]
    [InlineData("\"\"")]
    public async Task A_key_that_cannot_be_one_is_refused(string key)
    {
        using var answer = await SendAsync(key, """{"title":"Sea","colour":"darkRed"}""");
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
    }

    [Fact]
    public async Task The_key_itself_is_not_stored()
    {
        using var answer = await SendAsync("canary-idempotency-key", """{"title":"Sea","colour":"darkRed"}""");
        await foreach (var blob in _host.Blobs.ListAsync("", default))
        {
            Assert.DoesNotContain("canary", blob.Name, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", Encoding.UTF8.GetString((await _host.Blobs.GetAsync(blob.Name, default))!.Bytes.Span), StringComparison.Ordinal);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string key, string body, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/flows/sample.paint" + query) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await _host.Http.SendAsync(request);
    }
}
