using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Media;
using MediaFlows.Testing.Time;

namespace MediaFlows.Simulator.Tests.VideoEval;

/// <summary>The requests of the document as they stand there, sent without MediaFlows' own client.</summary>
public sealed class SurveyWireTests : IAsyncLifetime
{
    private const string TaskPath = "/datatester/compass/api/v3/survey/task";
    private const string Fixed = "\"agent_id\":125,\"audience_id\":3664529,\"form_id\":0";

    private readonly VirtualTime _time = new();
    private readonly HttpClient _http = new();
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int>(StringComparer.Ordinal) { ["videoeval"] = 0 }, Time = _time });
        _http.BaseAddress = _simulator["videoeval"].BaseUri;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [Theory]
    [InlineData(null, "20", 401)]
    [InlineData("bearer nobody", "20", 401)]
    [InlineData("Basic simulated-videoeval-key-0001", "20", 401)]
    [InlineData("bearer simulated-videoeval-key-0001", null, 400)]
    [InlineData("bearer simulated-videoeval-key-0001", "20", 200)]
    public async Task The_key_and_the_product_are_asked_for_on_every_call(string? authorization, string? product, int expected)
    {
        foreach (var request in new[] { new HttpRequestMessage(HttpMethod.Get, TaskPath + "?page=1&page_size=100&agent_id=125"), Form("video-1.mp4", SampleVideo.ReadAllBytes()) })
        {
            request.Headers.Clear();
            if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
            if (product is not null) request.Headers.TryAddWithoutValidation("x-product-version", product);
            using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(expected, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_task_goes_from_its_upload_to_its_results()
    {
        var id = (await AnswerAsync(Form("视频-1.mp4", SampleVideo.ReadAllBytes())))["data"]!["id"]!.ToJsonString();
        Assert.Equal("90210", id);
        var created = await AnswerAsync(Create("{" + Fixed + $",\"attachment_ids\":[\"{id}\",{id}],\"prompt\":\"p\"}}"));
        Assert.Equal("PENDING", created["data"]!["status"]!.ToString());
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("[]", (await DetailAsync())["detail"]!.ToString());
        _time.Advance(TimeSpan.FromSeconds(2));
        var detail = await DetailAsync();
        Assert.Equal("FINISHED", detail["status"]!.ToString());
        var items = JsonNode.Parse(detail["detail"]!.GetValue<string>())!.AsArray();
        Assert.Equal(["video_structured_result", "video_structured_result"], items.Where(i => i!["sub_tab"]?.ToString() == "视频-1.mp4").Select(i => i!["key"]!.ToString()));
        Assert.Equal(1, _simulator["videoeval"].Charges.Count);
    }

    [Theory]
    [InlineData("clip.mov", "video/mp4", "ftyp")]
    [InlineData("clip.mp4", "video/quicktime", "ftyp")]
    [InlineData("clip.mp4", "video/mp4", "none")]
    public async Task What_is_no_mp4_is_refused(string name, string type, string content)
    {
        var bytes = content == "ftyp" ? SampleVideo.ReadAllBytes() : Encoding.ASCII.GetBytes("no video at all");
        Assert.Equal("40004", (await AnswerAsync(Form(name, bytes, type)))["code"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"agent_id\":1,\"audience_id\":3664529,\"form_id\":0,\"attachment_ids\":[\"1\"]}")]
    [InlineData("{" + Fixed + ",\"attachment_ids\":[]}")]
    [InlineData("{" + Fixed + ",\"attachment_ids\":[\"77\"]}")]
    [InlineData("{" + Fixed + ",\"attachment_ids\":[1,2,3,4,5,6,7,8,9,10,11]}")]
    [InlineData("{" + Fixed + ",\"attachment_ids\":[\"1\"],\"language\":\"fr\"}")]
    [InlineData("{" + Fixed + ",\"attachment_ids\":[\"1\"],\"typical_user_count\":0}")]
    [InlineData("{" + Fixed + ",\"attachment_ids\":[\"1\"],\"more\":1}")]
    [InlineData("no json")]
    public async Task A_creation_that_breaks_a_rule_makes_no_task(string body)
    {
        Assert.Equal("40001", (await AnswerAsync(Create(body)))["code"]!.ToJsonString());
        Assert.Equal(0, _simulator["videoeval"].Charges.Count);
    }

    private async Task<JsonNode> DetailAsync() => (await AnswerAsync(new HttpRequestMessage(HttpMethod.Get, TaskPath + "/555001")))["data"]!;

    private async Task<JsonNode> AnswerAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Authorization", "bearer " + _simulator.Environment["BYTED_AIRESEARCH_VIDEOEVAL_API_KEY"]);
        request.Headers.TryAddWithoutValidation("x-product-version", "20");
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private static HttpRequestMessage Create(string body) => new(HttpMethod.Post, TaskPath) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static HttpRequestMessage Form(string name, byte[] bytes, string type = "video/mp4")
    {
        byte[] body = [.. Encoding.UTF8.GetBytes($"--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: {type}\r\n\r\n"), .. bytes, .. "\r\n--B--\r\n"u8];
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=B");
        return new HttpRequestMessage(HttpMethod.Post, "/datatester/compass/api/v3/survey/attachment") { Content = content };
    }
}
