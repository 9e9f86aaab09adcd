using System.Net;
using System.Net.Sockets;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Core.Errors;
using MediaFlows.Storage.Urls;
using MediaFlows.Testing.Time;

namespace MediaFlows.Storage.Tests.Urls;

public sealed class GuardedHttpClientTests
{
    private static readonly UrlAllowList Loopback = UrlAllowList.Parse("127.0.0.1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/a")]
    [InlineData("gopher://example.com/")]
    [InlineData("/relative")]
    [InlineData("example.com/a.mp4")]
    [InlineData("")]
    [InlineData("http://")]
    [InlineData("http:///a")]
    [InlineData("http://user@example.com/")]
    [InlineData("http://user:word@example.com/")]
    [InlineData("http://@example.com/")]
    [InlineData("http://example.com\\@127.0.0.1/")]
    [InlineData("http://exa mple.com/")]
    [InlineData("http://example.com/\r\nHost: other")]
    [InlineData("http://1.2.3.4.5/")]
    [InlineData("http://0x7f.0x1.0x2.0x3.0x4/")]
    public async Task A_URL_of_the_wrong_form_is_refused_before_anything_is_looked_up(string url)
    {
        var resolver = new FixedResolver("1.1.1.1");
        var (e, connects) = await RefusedAsync(url, resolver);
        Assert.Equal(ErrorCodes.UrlRefused, e.Error.Code);
        Assert.Equal((0, 0), (resolver.Asked, connects));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://0/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://１２７.０.０.１/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://10.1.2.3:8443/")]
    [InlineData("HTTP://100.100.100.200/")]
    public async Task A_private_address_in_any_spelling_is_refused_without_a_connection(string url)
    {
        var (e, connects) = await RefusedAsync(url, new FixedResolver("127.0.0.1"));
        Assert.Equal(ErrorCodes.UrlRefused, e.Error.Code);
        Assert.Equal(0, connects);
    }

    [Fact]
    public void No_spelling_of_a_private_address_leads_to_a_connection()
    {
        var octets = Gen.Choose(0, 255);
        var privates = Gen.OneOf(
            octets.Four().Select(o => new[] { 10, o.Item1, o.Item2, o.Item3 }),
            octets.Four().Select(o => new[] { 127, o.Item1, o.Item2, o.Item3 }),
            octets.Four().Select(o => new[] { 192, 168, o.Item1, o.Item2 }),
            octets.Four().Select(o => new[] { 169, 254, o.Item1, o.Item2 }),
            octets.Four().Select(o => new[] { 172, 16 + (o.Item1 % 16), o.Item2, o.Item3 }));
        var cases = privates.SelectMany(o => Gen.Choose(0, 9).Select(form => Spell(o, form)));
        Prop.ForAll(cases.ToArbitrary(), host =>
        {
            var (e, connects) = RefusedAsync($"http://{host}/x", new FixedResolver("10.0.0.1")).GetAwaiter().GetResult();
            return (e.Error.Code == ErrorCodes.UrlRefused && connects == 0).Label($"{e.Error.Code} {e.Message} {connects}");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_name_is_resolved_once_and_the_address_that_was_checked_is_the_one_connected_to()
    {
        var resolver = new FixedResolver("93.184.215.14", "127.0.0.1");
        var reached = new List<IPEndPoint>();
        using var http = Client(resolver, (target, _) =>
        {
            reached.Add(target);
            throw new SocketException((int)SocketError.ConnectionRefused);
        });
        var first = await Assert.ThrowsAsync<FlowException>(() => http.SendAsync(new GuardedRequest("http://rebind.example/"), Token));
        var second = await Assert.ThrowsAsync<FlowException>(() => http.SendAsync(new GuardedRequest("http://rebind.example/"), Token));
        Assert.Equal((ErrorCodes.ProviderUnavailable, ErrorCodes.UrlRefused), (first.Error.Code, second.Error.Code));
        Assert.Equal("93.184.215.14", Assert.Single(reached).Address.ToString());
        Assert.Equal(2, resolver.Asked);
    }

    [Fact]
    public async Task A_name_with_public_and_private_addresses_is_reached_by_the_public_ones_only()
    {
        var reached = new List<string>();
        using var http = Client(new FixedResolver("10.0.0.1,93.184.215.14,::1"), (target, _) =>
        {
            reached.Add(target.Address.ToString());
            throw new SocketException((int)SocketError.ConnectionRefused);
        });
        await Assert.ThrowsAsync<FlowException>(() => http.SendAsync(new GuardedRequest("http://both.example/"), Token));
        Assert.Equal(["93.184.215.14"], reached);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://[::1]/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//user@127.0.0.1/")]
    [InlineData("http://localtest.example/")]
    public async Task A_redirect_is_checked_like_the_first_URL(string location)
    {
        await using var server = RawServer.Fixed($"HTTP/1.1 302 Found\nLocation: {location}\nContent-Length: 0\nConnection: close");
        using var http = new GuardedHttpClient(new GuardedHttpOptions { Allowed = Loopback, Resolver = new FixedResolver("127.0.0.2") });
        var e = await Assert.ThrowsAsync<FlowException>(() => http.SendAsync(new GuardedRequest(server.Url()), Token));
        Assert.Equal(ErrorCodes.UrlRefused, e.Error.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_no_sixth()
    {
        RawServer? server = null;
        server = new RawServer(async (head, stream, token) =>
        {
            var step = int.Parse(head.AsSpan(head.IndexOf('/', StringComparison.Ordinal) + 1, 1));
            var answer = step == 0 ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok" : $"HTTP/1.1 307 T\r\nLocation: /{step - 1}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), token);
        });
        await using var owned = server;
        using var http = Client();
        using var answer = await http.SendAsync(new GuardedRequest(server.Url("/5")), Token);
        Assert.Equal("ok", Encoding.ASCII.GetString(await answer.ReadBodyAsync(Token)));
        var e = await Assert.ThrowsAsync<FlowException>(() => http.SendAsync(new GuardedRequest(server.Url("/6")), Token));
        Assert.Contains("more than 5 times", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_of_the_caller_do_not_follow_to_another_origin()
    {
        await using var other = RawServer.Fixed("HTTP/1.1 200 OK\nContent-Length: 0\nConnection: close");
        await using var server = RawServer.Fixed($"HTTP/1.1 302 Found\nLocation: {other.Url()}\nContent-Length: 0\nConnection: close");
        using var http = Client();
        using var answer = await http.SendAsync(new GuardedRequest(server.Url()) { Headers = new Dictionary<string, string> { ["Authorization"] = "canary" } }, Token);
        Assert.Contains("canary", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Assert.Single(other.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_above_the_limit_is_cut_off_whether_it_says_its_length_or_not()
    {
        await using var honest = RawServer.Fixed("HTTP/1.1 200 OK\nContent-Length: 100\nConnection: close", new byte[100]);
        await using var silent = RawServer.Fixed("HTTP/1.1 200 OK\nConnection: close", new byte[100]);
        using var http = Client();
        foreach (var server in (RawServer[])[honest, silent])
        {
            using var answer = await http.SendAsync(new GuardedRequest(server.Url()) { MaxBytes = 99 }, Token);
            var e = await Assert.ThrowsAsync<FlowException>(() => answer.ReadBodyAsync(Token));
            Assert.Equal(ErrorCodes.BodyTooLarge, e.Error.Code);
        }
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        await using var server = RawServer.Fixed("HTTP/1.1 200 OK\nX-Long: " + new string('a', 100_000));
        using var http = Client();
        var e = await Assert.ThrowsAsync<FlowException>(() => http.SendAsync(new GuardedRequest(server.Url()), Token));
        Assert.Equal(ErrorCodes.ProviderUnavailable, e.Error.Code);
    }

    [Fact]
    public async Task A_server_that_never_answers_or_stops_in_the_body_is_given_up()
    {
        var time = new VirtualTime();
        var stopped = new TaskCompletionSource();
        await using var silent = new RawServer((_, _, token) => Task.Delay(Timeout.Infinite, token));
        await using var stalled = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"), token);
            stopped.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        using var http = new GuardedHttpClient(new GuardedHttpOptions { Allowed = Loopback, Time = time });

        var waiting = http.SendAsync(new GuardedRequest(silent.Url()), Token);
        await PassAsync(time, waiting);
        Assert.True((await Assert.ThrowsAsync<FlowException>(() => waiting)).Error.Retryable);

        using var answer = await http.SendAsync(new GuardedRequest(stalled.Url()), Token);
        await stopped.Task;
        var reading = answer.ReadBodyAsync(Token);
        await PassAsync(time, reading);
        Assert.Contains("too slowly", (await Assert.ThrowsAsync<FlowException>(() => reading)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_sends_drop_by_drop_is_given_up()
    {
        var time = new VirtualTime();
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"), token);
            for (var i = 0; i < 100000; i++)
            {
                // Each byte takes ten seconds of the client's clock while it waits for it.
                time.Advance(TimeSpan.FromSeconds(10));
                await stream.WriteAsync(new byte[1], token);
                await Task.Yield();
            }
        });
        using var http = new GuardedHttpClient(new GuardedHttpOptions { Allowed = Loopback, Time = time, IdleTimeout = TimeSpan.FromDays(20), HeaderTimeout = TimeSpan.FromDays(20) });
        using var answer = await http.SendAsync(new GuardedRequest(server.Url()), Token);
        var e = await Assert.ThrowsAsync<FlowException>(() => answer.ReadBodyAsync(Token));
        Assert.Contains("too slowly", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_can_be_sent_and_a_redirect_left_to_the_caller()
    {
        await using var server = RawServer.Fixed("HTTP/1.1 307 Elsewhere\nLocation: http://10.0.0.1/\nContent-Length: 0\nConnection: close");
        using var http = Client();
        var request = new GuardedRequest(server.Url("/hook"))
        {
            Method = HttpMethod.Post,
            Content = () => new StringContent("{}", Encoding.UTF8, "application/json"),
            Headers = new Dictionary<string, string> { ["webhook-id"] = "1" },
            FollowRedirects = false,
        };
        using var answer = await http.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.Status);
        var head = Assert.Single(server.Requests);
        Assert.StartsWith("POST /hook", head, StringComparison.Ordinal);
        Assert.Contains("webhook-id: 1", head, StringComparison.Ordinal);
        Assert.DoesNotContain("traceparent", head, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://public.example/a", "93.184.215.14", true)]
    [InlineData("https://private.example/a", "10.0.0.1", false)]
    [InlineData("https://[::1]/a", "93.184.215.14", false)]
    [InlineData("ftp://public.example/a", "93.184.215.14", false)]
    public async Task A_URL_can_be_checked_without_fetching_it(string url, string address, bool allowed)
    {
        using var http = Client(new FixedResolver(address), (_, _) => throw new NotSupportedException("nothing is fetched"));
        var e = await Record.ExceptionAsync(() => http.CheckAsync(url, Token));
        Assert.Equal(allowed ? null : ErrorCodes.UrlRefused, (e as FlowException)?.Error.Code);
        if (allowed) Assert.Null(e);
    }

    [Fact]
    public async Task No_error_holds_the_query_of_its_URL()
    {
        const string Canary = "c4n4ry";
        await using var loop = RawServer.Fixed($"HTTP/1.1 302 Found\nLocation: /again?Signature={Canary}\nContent-Length: 0\nConnection: close");
        await using var off = RawServer.Fixed($"HTTP/1.1 302 Found\nLocation: http://10.0.0.1/?Signature={Canary}\nContent-Length: 0\nConnection: close");
        await using var torn = RawServer.Fixed("HTTP/1.1 200 OK\nContent-Length: 100\nConnection: close");
        using var http = Client();
        string[] urls =
        [
            loop.Url($"/a?Signature={Canary}"), off.Url($"/a?sig={Canary}"), torn.Url($"/a?sig={Canary}#{Canary}"), $"http://10.0.0.1/?sig={Canary}",
            $"http://u:{Canary}@example.com/", $"ftp://example.com/?{Canary}", $"http://127.0.0.1:1/?sig={Canary}",
        ];
        foreach (var url in urls)
        {
            var e = await Assert.ThrowsAsync<FlowException>(async () =>
            {
                using var answer = await http.SendAsync(new GuardedRequest(url) { MaxBytes = 1000 }, Token);
                await answer.ReadBodyAsync(Token);
            });
            Assert.DoesNotContain(Canary, e.ToString() + e.Error + e.Error.Hint, StringComparison.Ordinal);
        }
    }

    private static string Spell(int[] o, int form)
    {
        var all = ((long)o[0] << 24) | ((long)o[1] << 16) | ((long)o[2] << 8) | (long)o[3];
        return form switch
        {
            0 => string.Join('.', o),
            1 => all.ToString(),
            2 => $"0x{all:x}",
            3 => "0" + Convert.ToString(all, 8),
            4 => string.Join('.', o.Select(x => $"0x{x:X}")),
            5 => string.Join('.', o.Select(x => "0" + Convert.ToString(x, 8))),
            6 => $"{o[0]}.{all & 0xffffff}",
            7 => $"[::ffff:{string.Join('.', o)}]",
            8 => $"[64:ff9b::{all >> 16:x}:{all & 0xffff:x}]",
            _ => string.Join('.', o) + ".",
        };
    }

    private static GuardedHttpClient Client() => new(new GuardedHttpOptions { Allowed = Loopback });

    private static GuardedHttpClient Client(IHostResolver resolver, Func<IPEndPoint, CancellationToken, Task<Stream>> connect) =>
        new(new GuardedHttpOptions { Resolver = resolver, Connect = connect });

    private static async Task<(FlowException Error, int Connects)> RefusedAsync(string url, IHostResolver resolver)
    {
        var connects = 0;
        using var http = Client(resolver, (_, _) =>
        {
            connects++;
            throw new SocketException((int)SocketError.ConnectionRefused);
        });
        return (await Assert.ThrowsAsync<FlowException>(() => http.SendAsync(new GuardedRequest(url), Token)), connects);
    }

    // Lets virtual time pass until the task is done; the sockets underneath run in real time.
    private static async Task PassAsync(VirtualTime time, Task task)
    {
        while (!task.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }
    }
}
