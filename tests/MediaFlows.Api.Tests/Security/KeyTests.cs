using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using MediaFlows.Api.Routing;
using MediaFlows.Api.Security;
using MediaFlows.Api.Tests.Hosting;

namespace MediaFlows.Api.Tests.Security;

public sealed class KeyTests : IAsyncLifetime
{
    private readonly ApiTestHost _host = new();

    public static TheoryData<string> Routes => [.. ApiRoutes.All.Select(r => r.Name)];

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Without_the_right_key_only_the_open_routes_answer(string name)
    {
        var route = ApiRoutes.Named(name);
        var isOpen = name is "healthz" or "readyz" or "dashboard" or "receiveCallback";

        foreach (var key in new[] { null, "wrong", FixedKeys.Key[..^1], FixedKeys.Key + "x", "" })
        {
            using var answer = await SendAsync(route, key);
            Assert.Equal(!isOpen, answer.StatusCode == HttpStatusCode.Unauthorized);
            if (!isOpen && route.Method != "HEAD") await answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "MF5001");
            if (!isOpen) Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        }

        foreach (var key in new[] { FixedKeys.Key, FixedKeys.OldKey })
        {
            using var answer = await SendAsync(route, key);
            Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task The_key_as_code_opens_the_Durable_Functions_routes_only(string name)
    {
        var route = ApiRoutes.Named(name);
        if (route.Auth == ApiAuth.Anonymous) return;
        using var answer = await SendAsync(route, null, "?code=" + FixedKeys.Key);
        Assert.Equal(!route.DurableExtension, answer.StatusCode == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_bearer_token_is_taken_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/pipelines");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", FixedKeys.Key);
        using var answer = await _host.Stranger.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/nothing/here")]
    [InlineData("GET", "/js/nothing.js")]
    [InlineData("PATCH", "/api/flows")]
    [InlineData("OPTIONS", "/api/flows")]
    public async Task What_is_not_served_is_closed_too(string method, string path)
    {
        using var answer = await _host.Stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        await answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "MF5001");
    }

    [Fact]
    public async Task Wrong_keys_are_bounded_by_the_minute_and_the_right_key_still_passes()
    {
        for (var i = 0; i < WrongKeyLimit.PerMinute; i++)
        {
            using var wrong = await SendAsync(ApiRoutes.Named("listPipelines"), "wrong" + i);
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using (var many = await SendAsync(ApiRoutes.Named("listPipelines"), "wrong"))
        {
            await many.ShouldBeProblem(HttpStatusCode.TooManyRequests, "MF5005");
            Assert.NotNull(many.Headers.RetryAfter);
        }

        using (var right = await SendAsync(ApiRoutes.Named("listPipelines"), FixedKeys.Key)) Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        using var later = await SendAsync(ApiRoutes.Named("listPipelines"), "wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, later.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(ApiRoute route, string? key, string query = "")
    {
        var path = Regex.Replace(route.Pattern, @"\{\*?(\w+)\}", m => m.Groups[1].Value == "asset" ? "" : "some");
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), path + query);
        if (key is not null) request.Headers.TryAddWithoutValidation("x-functions-key", key);
        return await _host.Stranger.SendAsync(request);
    }
}
