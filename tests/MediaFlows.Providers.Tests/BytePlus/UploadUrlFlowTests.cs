using System.Text.Encodings.Web;
using System.Text.Json;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Simulator.Faults;
using MediaFlows.Simulator.Media;

namespace MediaFlows.Providers.Tests.BytePlus;

public sealed class UploadUrlFlowTests : IAsyncLifetime
{
    private BytePlusLab _lab = null!;
    private string _url = "";

    public async ValueTask InitializeAsync()
    {
        _lab = await BytePlusLab.StartAsync();
        _url = new Uri(_lab.Cloud.BaseUri, "/_sim/sample.mp4?token=canary-of-the-link").AbsoluteUri;
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task The_link_is_fetched_and_plays()
    {
        var run = await RunAsync();

        var output = _lab.Reveal(run);
        Assert.Equal(["Vid", "Source", "PlayURL", "PosterUri", "FileName", "SpaceName", "SourceUrl", "JobId"], output.Select(p => p.Key));
        Assert.Equal(_url, output["SourceUrl"]!.GetValue<string>());
        using var http = new HttpClient();
        Assert.Equal(SampleVideo.ReadAllBytes(), await http.GetByteArrayAsync(output["PlayURL"]!.GetValue<string>()));
        Assert.Equal(1, _lab.Cloud.Charges.Count);
        Assert.Contains(run.Progress, p => p.Stage == "S1_UPLOAD");
        Assert.Contains(run.Progress, p => p is { Stage: "S2_POLL", ProviderJobId: not null });
    }

    [Fact]
    public async Task The_links_token_is_in_no_recorded_text()
    {
        _lab.Cloud.Knobs["jobSeconds"] = 1e6;
        var run = await RunAsync(more: ",\"pollMax\":3");
        var recorded = string.Join('\n', run.Calls.Select(c => c.Input.GetRawText())) + JsonSerializer.Serialize(run.Ends) + JsonSerializer.Serialize(run.Progress);
        Assert.DoesNotContain("canary-of-the-link", recorded, StringComparison.Ordinal);
        Assert.Contains("sample.mp4", recorded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("success", "finish")]
    [InlineData("processing", "INIT")]
    [InlineData("processing", "running")]
    public async Task Every_spelling_of_the_states_is_understood(string state, string word)
    {
        _lab.Cloud.Knobs["state." + state] = word;
        _lab.Cloud.Knobs["jobSeconds"] = 30;
        Assert.NotEmpty(_lab.Reveal(await RunAsync())["Vid"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("fail")]
    [InlineData("ERROR")]
    public async Task A_failed_pull_says_so_and_a_retry_submits_a_new_one(string word)
    {
        _lab.Cloud.Knobs["failNext"] = 1.0;
        _lab.Cloud.Knobs["state.failed"] = word;
        _lab.Runner.Decisions.Enqueue(new ResumeDecision());

        var run = await RunAsync();

        Assert.Equal(ErrorCodes.JobFailed, run.Ends.Single().Error.Code);
        Assert.NotEmpty(_lab.Reveal(run)["Vid"]!.GetValue<string>());
        Assert.Equal(2, _lab.Cloud.Charges.Count);
    }

    [Fact]
    public async Task The_limit_ends_with_the_documented_words_and_resuming_makes_no_second_asset()
    {
        _lab.Cloud.Knobs["jobSeconds"] = 3000;
        _lab.Cloud.Knobs["state.processing"] = "running";
        _lab.Runner.Decisions.Enqueue(new ResumeDecision());

        var run = await RunAsync();

        var job = _lab.Cloud.Charges.List().Single().JobId;
        var shown = _url.Replace("canary-of-the-link", "***", StringComparison.Ordinal);
        var document = run.Ends.Single().Error.Document!;
        Assert.Equal("Polling timed out (360 attempts × 5s); the URL pull upload is still processing", document["error"]!.GetValue<string>());
        Assert.Equal(
            $$"""{"description":"The URL upload has not finished yet; retry with the command below","command":"uv run python scripts/upload.py \"{{shown}}\" demo_space"}""",
            document["resume_hint"]!.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(job, document["JobIds"]!.GetValue<string>());
        Assert.Equal("running", document["State"]!.GetValue<string>());
        Assert.NotEmpty(_lab.Reveal(run)["Vid"]!.GetValue<string>());
        Assert.Equal(1, _lab.Cloud.Requests["UploadMediaByUrl"]);
    }

    [Theory]
    [InlineData(FaultKind.DropAfter)]
    [InlineData(FaultKind.Truncate)]
    [InlineData(FaultKind.DropBefore)]
    public async Task A_submit_without_an_answer_is_left_to_a_person(FaultKind kind)
    {
        _lab.Cloud.Faults.Add(new FaultRule { Kind = kind, Operation = "UploadMediaByUrl" });
        var run = await RunAsync();
        Assert.Equal(FlowOutcome.NeedsAttention, run.Ends.Single().Outcome);
        Assert.Equal(1, _lab.Cloud.Requests["UploadMediaByUrl"]);
        Assert.InRange(_lab.Cloud.Charges.Count, 0, 1);
    }

    [Fact]
    public async Task A_throttled_submit_is_tried_again_since_it_was_not_accepted()
    {
        _lab.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 429, Times = 2, Operation = "UploadMediaByUrl", Headers = new() { ["Retry-After"] = "7" } });
        Assert.NotEmpty(_lab.Reveal(await RunAsync())["Vid"]!.GetValue<string>());
        Assert.Equal(1, _lab.Cloud.Charges.Count);
    }

    [Fact]
    public async Task A_job_that_does_not_exist_is_not_waited_for()
    {
        _lab.Cloud.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Status,
            Status = 200,
            Operation = "UploadMediaByUrl",
            Body = System.Text.Json.Nodes.JsonNode.Parse("""{"ResponseMetadata":{},"Result":{"Data":[{"JobId":"job-of-nobody"}]}}"""),
        });
        var started = _lab.Time.GetUtcNow();
        var run = await RunAsync();
        Assert.Contains("does not know the job job-of-nobody", run.Error!.Message, StringComparison.Ordinal);
        Assert.True(_lab.Time.GetUtcNow() - started < TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("ftp://example.com/a.mp4", "http://")]
    [InlineData("https://example.com/video", "extension")]
    [InlineData("https://example.com/video?name=a.mp4", "extension")]
    [InlineData("", "link")]
    public async Task A_link_that_cannot_work_is_refused_before_anything_is_called(string url, string said)
    {
        var e = await Assert.ThrowsAsync<InvalidInputException>(() => _lab.Runner.RunAsync("byteplus.upload-url", JsonSerializer.Serialize(new { url })));
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
        Assert.Empty(_lab.Cloud.Requests);
    }

    [Fact]
    public async Task A_space_that_is_named_nowhere_is_asked_for()
    {
        await using var lab = await BytePlusLab.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["VOD_SPACE_NAME"] = " " });
        var e = await Assert.ThrowsAsync<InvalidInputException>(() => lab.Runner.RunAsync("byteplus.upload-url", """{"url":"https://example.com/a.mp4"}"""));
        Assert.Contains("VOD_SPACE_NAME", e.Message, StringComparison.Ordinal);
    }

    private Task<Testing.Flows.InlineRun> RunAsync(string more = "") => _lab.Runner.RunAsync("byteplus.upload-url", $$"""{"url":"{{_url}}"{{more}}}""");
}
