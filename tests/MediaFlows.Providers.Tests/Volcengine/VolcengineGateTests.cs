using System.Text;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.Volcengine;
using MediaFlows.Simulator.Volcengine;
using MediaFlows.Testing.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Providers.Tests.Volcengine;

/// <summary>The client's signatures against the simulator's own verification, over a real connection.</summary>
public sealed class VolcengineGateTests : IAsyncLifetime
{
    private static readonly VolcengineCredential Genuine = new("AKTEST", "secret-of-the-test");
    private readonly VirtualTime _serverTime = new();
    private readonly VirtualTime _clientTime = new();
    private readonly List<string> _accepted = [];
    private readonly HttpClient _http = new();
    private WebApplication? _server;
    private VolcengineEndpoint? _endpoint;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        var accounts = new[] { new VolcengineAccount("AKTEST", "secret-of-the-test"), new VolcengineAccount("AKSTS", "temporary", "token") };
        var envelope = new VolcengineEnvelope("vod", "ap-southeast-1", _serverTime);
        var gate = new VolcengineGate(new VolcengineVerifier(accounts, "vod", _serverTime), envelope, _serverTime);
        _server.Map("/", (HttpRequest request) => gate.HandleAsync(request, call =>
        {
            _accepted.Add(call.Query("FileName"));
            return Task.FromResult<IResult?>(call.Action == "Known" ? envelope.Result(call.Action, call.Version, new System.Text.Json.Nodes.JsonObject()) : null);
        }));
        await _server.StartAsync();
        var address = new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _endpoint = new VolcengineEndpoint("http", address.Authority, new VolcengineScope("ap-southeast-1", "vod"));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_call_is_accepted_with_awkward_values_and_bodies()
    {
        Assert.Null(await SendAsync(Genuine, Call with { Query = [new("FileName", "dir a/测试 +&=clip~1*.mp4"), new("Empty", "")] }));
        Assert.Null(await SendAsync(Genuine, Call with { Body = Encoding.UTF8.GetBytes("""{"a": "ü"}""") }));
        Assert.Null(await SendAsync(new VolcengineCredential("AKSTS", "temporary", "token"), Call));
        Assert.Equal("dir a/测试 +&=clip~1*.mp4", _accepted[0]);
    }

    [Fact]
    public async Task Wrong_keys_and_unknown_actions_are_refused_by_their_codes()
    {
        Assert.Equal("SignatureDoesNotMatch", await SendAsync(Genuine with { SecretKey = "wrong" }, Call));
        Assert.Equal("InvalidAccessKey", await SendAsync(Genuine with { AccessKey = "AKNOBODY" }, Call));
        Assert.Equal("InvalidSecretToken", await SendAsync(new VolcengineCredential("AKSTS", "temporary"), Call));
        Assert.Equal("InvalidActionOrVersion", await SendAsync(Genuine, new VolcengineCall("Unknown", "2023-01-01")));
        Assert.Equal("InvalidCredential", await SendAsync(Genuine, Call, new VolcengineScope("ap-southeast-1", "cv")));
    }

    [Theory]
    [InlineData("body")]
    [InlineData("query")]
    [InlineData("header")]
    [InlineData("hash")]
    public async Task An_altered_request_is_refused(string part)
    {
        using var request = Transport().Create(_endpoint!, Genuine, Call with { Body = Encoding.UTF8.GetBytes("{\"a\":1}"), Query = [new("SpaceName", "mine")] });
        var altered = part switch
        {
            "query" => new HttpRequestMessage(HttpMethod.Post, request.RequestUri!.AbsoluteUri.Replace("mine", "yours", StringComparison.Ordinal)),
            _ => new HttpRequestMessage(HttpMethod.Post, request.RequestUri),
        };
        foreach (var (name, values) in request.Headers) altered.Headers.TryAddWithoutValidation(name, values);
        altered.Content = new StringContent(part is "body" or "hash" ? "{\"a\":2}" : "{\"a\":1}", Encoding.UTF8, part == "header" ? "text/plain" : "application/json");
        if (part == "hash")
        {
            altered.Headers.Remove("X-Content-Sha256");
            altered.Headers.TryAddWithoutValidation("X-Content-Sha256", VolcengineSigner.HashBody("{\"a\":2}"u8));
        }

        using var response = await _http.SendAsync(altered);
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Contains("SignatureDoesNotMatch", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(_accepted);
        altered.Dispose();
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(40)]
    public async Task A_clock_that_is_wrong_is_corrected_by_the_servers_date(int minutes)
    {
        _clientTime.Jump(TimeSpan.FromMinutes(minutes));
        var clock = new ServerClock(_clientTime);

        Assert.Null(await SendAsync(Genuine, Call, clock: clock));
        Assert.Null(await SendAsync(Genuine, Call, clock: clock));

        Assert.Equal(2, _accepted.Count);
        Assert.Equal(TimeSpan.FromMinutes(-minutes), clock.Offset(_endpoint!.Host));
    }

    [Fact]
    public async Task Without_the_correction_a_skewed_date_is_refused()
    {
        _clientTime.Jump(VolcengineVerifier.Skew + TimeSpan.FromSeconds(1));
        using var request = Transport().Create(_endpoint!, Genuine, Call);
        using var response = await _http.SendAsync(request);
        Assert.Contains("InvalidTimestamp", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_retryable_even_for_a_call_that_must_not_be_repeated()
    {
        await _server!.StopAsync();
        var e = await Assert.ThrowsAsync<FlowException>(() => SendAsync(Genuine, Call with { SafeToRepeat = false }));
        Assert.True(e.Error.Retryable);
        Assert.Equal(ErrorCodes.ProviderUnavailable, e.Error.Code);
    }

    private static VolcengineCall Call => new("Known", "2023-01-01");

    private VolcengineTransport Transport(ServerClock? clock = null) => new(_http, clock ?? new ServerClock(_clientTime), "test");

    private async Task<string?> SendAsync(VolcengineCredential credential, VolcengineCall call, VolcengineScope? scope = null, ServerClock? clock = null) =>
        VolcengineError.Read(await Transport(clock).SendAsync(scope is null ? _endpoint! : _endpoint! with { Scope = scope }, credential, call, default))?.Code;
}
