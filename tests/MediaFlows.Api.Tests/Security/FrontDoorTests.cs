using System.Net;
using MediaFlows.Api.Tests.Hosting;

namespace MediaFlows.Api.Tests.Security;

public sealed class FrontDoorTests : IAsyncLifetime
{
    private readonly ApiTestHost _host = new() { Options = new ApiOptions { AllowedHosts = ["127.0.0.1", "localhost", "::1"] } };

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/api/pipelines")]
    [InlineData("/nothing")]
    public async Task Every_answer_forbids_sniffing_framing_and_sharing(string path)
    {
        using var answer = await _host.Http.GetAsync(path);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_dashboard_is_served_with_an_ETag_and_not_sent_twice()
    {
        using var first = await _host.Stranger.GetAsync("/");
        Assert.Equal("text/html", first.Content.Headers.ContentType?.MediaType);
        Assert.Contains("script-src 'self'", Header(first, "Content-Security-Policy"), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/index.html");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await _host.Stranger.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var script = await _host.Stranger.GetAsync("/js/app.js");
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task No_script_of_the_dashboard_makes_markup_of_text_so_that_a_script_in_a_title_stays_text()
    {
        var open = new Queue<string>(["/"]);
        var read = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var path))
        {
            if (!read.Add(path)) continue;
            var text = await _host.Stranger.GetStringAsync(path, TestContext.Current.CancellationToken);
            foreach (var way in (string[])["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "createContextualFragment", "DOMParser", "setHTML", "srcdoc", "eval(", "new Function", "javascript:"])
                Assert.False(text.Contains(way, StringComparison.Ordinal), $"{path} has {way}");
            foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(text, "[\"'](?<to>[./\\w-]+\\.js)[\"']"))
                open.Enqueue(new Uri(new Uri("http://x" + path), link.Groups["to"].Value).AbsolutePath);
        }

        // Every script that lies there is reached from the page.
        Assert.True(read.Count > 12, string.Join(' ', read));
    }

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "MF1011")]
    [InlineData("GET", "/", HttpStatusCode.OK, null)]
    [InlineData("POST", "/healthz", HttpStatusCode.MethodNotAllowed, "MF1012")]
    [InlineData("PUT", "/api/flows", HttpStatusCode.MethodNotAllowed, "MF1012")]
    [InlineData("GET", "/api/errors/MF0000", HttpStatusCode.NotFound, "MF1011")]
    public async Task What_no_handler_answers_is_a_problem_too(string method, string path, HttpStatusCode status, string? code)
    {
        using var answer = await _host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        if (code is null) Assert.Equal(status, answer.StatusCode);
        else await answer.ShouldBeProblem(status, code);
        if (status == HttpStatusCode.MethodNotAllowed) Assert.NotEmpty(answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Another_host_name_for_this_address_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        request.Headers.Host = "evil.example";
        using var answer = await _host.Http.SendAsync(request);
        await answer.ShouldBeProblem(HttpStatusCode.Forbidden, "MF5006");
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_change_anything_even_with_the_key()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/flows?all=true");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await _host.Http.SendAsync(request);
        await answer.ShouldBeProblem(HttpStatusCode.Forbidden, "MF5006");
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}
