using System.Text;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Webhooks;
using MediaFlows.Storage.Tests.Urls;
using MediaFlows.Storage.Urls;
using MediaFlows.Storage.Webhooks;
using MediaFlows.Testing.Time;

namespace MediaFlows.Storage.Tests.Webhooks;

public sealed class GuardedWebhookSenderTests
{
    private readonly VirtualTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_is_posted_with_its_headers_and_the_status_and_Retry_After_come_back()
    {
        await using var server = Answering("HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");
        Assert.Equal(new WebhookAnswer(503, 120, null), await SendAsync(server.Url("/in")));
        var head = Assert.Single(server.Requests);
        Assert.StartsWith("POST /in HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.Contains("webhook-id: evt.1\r\n", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Content-Type: application/cloudevents+json; charset=utf-8\r\n", head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_redirect_is_an_answer_and_is_not_followed()
    {
        await using var other = Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        await using var server = Answering($"HTTP/1.1 307 Away\r\nLocation: {other.Url()}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Assert.Equal(307, (await SendAsync(server.Url())).Status);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_huge_answer_is_not_read_and_its_status_counts()
    {
        var sent = 0L;
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray(), token);
            var block = new byte[64 * 1024];
            for (; sent < 1L << 30; sent += block.Length) await stream.WriteAsync(block, token);
        });
        Assert.Equal(200, (await SendAsync(server.Url())).Status);
        Assert.True(sent < 64 << 20, $"{sent} bytes were taken.");
    }

    [Fact]
    public async Task A_receiver_that_never_answers_costs_twenty_seconds()
    {
        var asked = new TaskCompletionSource();
        await using var server = new RawServer(async (_, _, token) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        var started = _time.GetUtcNow();
        var sending = SendAsync(server.Url());
        await asked.Task;
        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(sending.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new WebhookAnswer(null, null, "There was no answer within 20 seconds."), await sending);
        Assert.Equal(TimeSpan.FromSeconds(20), _time.GetUtcNow() - started);
    }

    [Fact]
    public async Task The_status_counts_though_the_body_stalls()
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx"u8.ToArray(), token);
            await Task.Delay(Timeout.Infinite, token);
        });
        var sending = SendAsync(server.Url(), idle: TimeSpan.FromSeconds(18));

        // Once the headers are read, the wait for the body is the next timer.
        while (_time.NextDue is not { } due || due > _time.GetUtcNow() + TimeSpan.FromSeconds(19)) await Task.Yield();
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(new WebhookAnswer(200, null, null), await sending);
    }

    [Fact]
    public async Task A_receiver_inside_the_network_is_refused_at_the_start_and_at_every_try()
    {
        await using var server = Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var http = new GuardedHttpClient(new GuardedHttpOptions { Time = _time });
        var sender = new GuardedWebhookSender(http, _time);
        var e = await Assert.ThrowsAsync<FlowException>(() => sender.CheckAsync(server.Url(), Token));
        Assert.Equal(ErrorCodes.UrlRefused, e.Error.Code);
        var answer = await sender.SendAsync(Request(server.Url("/in?token=canary")), Token);
        Assert.Null(answer.Status);
        Assert.DoesNotContain("canary", answer.Error, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private async Task<WebhookAnswer> SendAsync(string url, TimeSpan? idle = null)
    {
        using var http = new GuardedHttpClient(new GuardedHttpOptions
        {
            Allowed = UrlAllowList.Parse("127.0.0.1"), Time = _time, IdleTimeout = idle ?? TimeSpan.FromSeconds(30), ConnectTimeout = TimeSpan.FromSeconds(30),
        });
        return await new GuardedWebhookSender(http, _time).SendAsync(Request(url), Token);
    }

    private static WebhookRequest Request(string url) =>
        new(url, "{}", "application/cloudevents+json", new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["webhook-id"] = "evt.1" });

    private static RawServer Answering(string answer) => new(async (_, stream, token) => await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), token));
}
