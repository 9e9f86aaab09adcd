using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;

namespace MediaFlows.EndToEnd.BadInput;

/// <summary>
/// What a user gets wrong, over HTTP and on the command line of the real product: the same error both ways, a problem document here and one JSON line
/// there, each saying what to do; nothing is started.
/// </summary>
public sealed class BadInputTests(Worlds.World world, BadInputHost fixture) : IClassFixture<BadInputHost>
{
    private const string Pull = """{"url":"https://a.example/v.mp4"}""";

    [Theory]
    [InlineData("no.such-pipeline", "{}", 404, "MF1003")]
    [InlineData("byteplus.upload-url", """{"url":"https://a.example/v.mp4","nonsense":1}""", 422, "MF1001")]
    [InlineData("byteplus.upload-url", """{"url":5}""", 422, "MF1001")]
    [InlineData("byteplus.upload-url", """{"url":"not a link"}""", 422, "MF1001")]
    [InlineData("byteplus.upload-url", "{bad", 400, "MF1004")]
    [InlineData("byteplus.upload-url", "[]", 400, "MF1004")]
    [InlineData("byteplus.upload-file", """{"source":{"file":"FOLDER/clip"}}""", 422, "MF1001")]
    [InlineData("byteplus.upload-file", """{"source":{"file":"FOLDER/none.mp4"}}""", 422, "MF1006")]
    [InlineData("byteplus.upload-file", """{"source":{"file":"/etc/hosts.mp4"}}""", 422, "MF1007")]
    [InlineData("byteplus.upload-file", """{"source":{"file":"FOLDER/../outside.mp4"}}""", 422, "MF1007")]
    [InlineData("byteplus.upload-file", """{"source":{"blob":"none.mp4"}}""", 422, "MF1008")]
    [InlineData("byteplus.enhance", """{"type":"Vid","video":"v1"}""", 422, "MF1002")]
    public async Task It_is_refused_with_what_to_do_and_nothing_is_started(string pipeline, string body, int status, string code)
    {
        var host = await fixture.StartedAsync(world);
        body = body.Replace("FOLDER", host.Folder, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Path.Combine(host.Folder, "clip"), world.Video, TestContext.Current.CancellationToken);
        using (await fixture.NothingHappensAsync())
        {
            using var answer = await host.Client.PostAsync($"/api/flows/{pipeline}", Json(body));
            await ProblemAsync(answer, (HttpStatusCode)status, code);
            var (exit, error) = await CliAsync("run", pipeline, body);
            Assert.Equal((2, code), (exit, (string?)error["code"]));
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var host = await fixture.StartedAsync(world);
        var file = Path.Combine(host.Folder, "large.json");
        var body = $$"""{"url":"https://a.example/v.mp4","title":"{{new string('x', 2_000_000)}}"}""";
        await File.WriteAllTextAsync(file, body, TestContext.Current.CancellationToken);
        using (await fixture.NothingHappensAsync())
        {
            using var answer = await host.Client.PostAsync("/api/flows/byteplus.upload-url", Json(body));
            await ProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge, "MF1005");
            var (exit, error) = await CliAsync("run", "byteplus.upload-url", "@" + file);
            Assert.Equal((2, "MF1005"), (exit, (string?)error["code"]));
        }
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var host = await fixture.StartedAsync(world);
        var keys = Path.Combine(host.Folder, "wrong.keys");
        await File.WriteAllTextAsync(keys, new string('a', 43) + "\n", TestContext.Current.CancellationToken);
        using (await fixture.NothingHappensAsync())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{host.Url}/api/flows/byteplus.upload-url") { Content = Json(Pull), Headers = { { "x-functions-key", "wrong" } } };
            using var http = new HttpClient();
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            await ProblemAsync(answer, HttpStatusCode.Unauthorized, "MF5001");
            var (exit, error) = await RunAsync("run", "byteplus.upload-url", Pull, "--url", host.Url, "--key-file", keys);
            Assert.Equal((2, "MF5001"), (exit, (string?)error["code"]));
        }
    }

    [Fact]
    public async Task A_key_that_is_used_again_for_something_else_is_refused()
    {
        var host = await fixture.StartedAsync(world);
        foreach (var key in (string[])["k-http", "k-cli"])
        {
            var (exit, _) = await CliAsync("run", "byteplus.upload-url", $$"""{"url":"{{world.VideoUrl("one")}}"}""", "--idempotency-key", key);
            Assert.Equal(0, exit);
        }

        using (await fixture.NothingHappensAsync())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/flows/byteplus.upload-url") { Content = Json(Pull), Headers = { { "Idempotency-Key", "k-http" } } };
            using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
            await ProblemAsync(answer, HttpStatusCode.UnprocessableEntity, "MF1009");
            var (exit, error) = await CliAsync("run", "byteplus.upload-url", Pull, "--idempotency-key", "k-cli");
            Assert.Equal((2, "MF1009"), (exit, (string?)error["code"]));
        }
    }

    [Fact]
    public async Task Wrong_credentials_end_the_flow_with_their_error()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["BYTEPLUS_SECRETKEY"] = "not-the-secret" };
        await using var host = await world.StartHostAsync(world.Azurite.NewName("wrong"), settings: settings);
        var (exit, error) = await RunAsync("run", "byteplus.upload-url", $$"""{"url":"{{world.VideoUrl("wrong")}}"}""", "--url", host.Url, "--key-file", Path.Combine(host.Folder, "api.keys"));
        Assert.Equal(1, exit);
        Assert.False(string.IsNullOrEmpty((string?)error["error"]));
        var flow = ((JsonObject)JsonNode.Parse(await host.Client.GetStringAsync("/api/flows"))!)["items"]![0]!;
        Assert.Equal(("failed", "MF3002"), ((string?)flow["state"], (string?)flow["error"]!["code"]));
        Assert.False(string.IsNullOrEmpty((string?)flow["error"]!["hint"]));
        Assert.DoesNotContain("not-the-secret", host.Output, StringComparison.Ordinal);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task ProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status && answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{answer.StatusCode}: {text}");
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((code, (int)status), ((string?)problem["code"], (int)problem["status"]!));
        Assert.EndsWith(code, (string?)problem["type"], StringComparison.OrdinalIgnoreCase);
        Assert.False(string.IsNullOrEmpty((string?)problem["detail"]), text);
    }

    private async Task<(int Exit, JsonObject Error)> CliAsync(params string[] arguments)
    {
        var host = await fixture.StartedAsync(world);
        return await RunAsync([.. arguments, "--url", host.Url, "--key-file", Path.Combine(host.Folder, "api.keys")]);
    }

    /// <summary>Runs the command in this process; everything on standard output is one JSON line.</summary>
    private static async Task<(int Exit, JsonObject Error)> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        var exit = await Cli.Program.RunAsync(arguments, new Terminal(output, TextWriter.Null, interactive: false, colour: false));
        var line = Assert.Single(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return (exit, (JsonObject)JsonNode.Parse(line)!);
    }
}
