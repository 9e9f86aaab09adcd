using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Simulator.Faults;

namespace MediaFlows.Providers.Tests.Tencent.Flows;

/// <summary>Whole runs against the simulated cloud; its ledger counts what was paid for.</summary>
public sealed class TaskFlowTests : IAsyncLifetime
{
    private const string Kling = """{"model":"Kling","prompt":"waves"}""";
    private TencentLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await TencentLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Theory]
    [InlineData("""{"operation":"transcode","quality":"hd"}""", "Transcode")]
    [InlineData("""{"operation":"procedure","procedure":"P"}""", "Transcode,CoverBySnapshot CoverUrl")]
    [InlineData("""{"operation":"snapshot","definition":10,"extTimeOffsetSet":["1s","2s"]}""", "SnapshotByTimeOffset 1,SnapshotByTimeOffset 2")]
    [InlineData("""{"operation":"sample-snapshot","definition":10}""", "SampleSnapshot 1")]
    [InlineData("""{"operation":"image-sprite","definition":10}""", "ImageSprites WebVttUrl,ImageSprites 1")]
    [InlineData("""{"operation":"gif","definition":20000}""", "AnimatedGraphics")]
    [InlineData("""{"operation":"cover-by-snapshot","definition":10,"positionType":"Time","positionValue":1}""", "CoverBySnapshot CoverUrl")]
    [InlineData("""{"operation":"adaptive-streaming","definition":12}""", "AdaptiveDynamicStreaming")]
    [InlineData("""{"operation":"ai-recognition","definition":10}""", "AsrFullTextRecognition SubtitleUrl")]
    public async Task Each_operation_runs_to_its_files(string input, string files)
    {
        var output = await _lab.OutputAsync("tencent.process", With(input, "fileId", await _lab.AddMediaAsync()));

        Assert.Equal(files.Split(','), output["Files"]!.AsArray().Select(f => f!["Description"]!.ToString()));
        Assert.Equal("FINISH", output["Status"]!.ToString());
        Assert.Equal("Procedure", output["TaskType"]!.ToString());
        Assert.Null(output["Partial"]);
        Assert.Single(_lab.Charged);
        using var http = new HttpClient();
        Assert.NotEmpty(await http.GetByteArrayAsync(output["Files"]![0]!["FileUrl"]!.ToString()));
    }

    [Theory]
    [InlineData("tencent.aigc-image", """{"prompt":"a tree"}""", "AigcImageTask")]
    [InlineData("tencent.aigc-video", Kling, "AigcVideoTask")]
    [InlineData("tencent.scene-image", """{"sceneType":"product_image","inputFiles":["Url:https://e.com/a.png"],"productPrompt":"p","outputImageCount":2}""", "SceneAigcImageTask")]
    [InlineData("tencent.scene-video", """{"inputFiles":["Url:https://e.com/a.png"]}""", "SceneAigcVideoTask")]
    public async Task Each_generation_runs_to_its_files_which_last_seven_days(string flow, string input, string type)
    {
        var output = await _lab.OutputAsync(flow, input);

        Assert.Equal(type, output["TaskType"]!.ToString());
        Assert.Equal(type == "SceneAigcImageTask" ? 2 : 1, output["Files"]!.AsArray().Count);
        Assert.Null(output["Files"]![0]!["FileId"]);
        Assert.NotNull(output["Files"]![0]!["ExpireTime"]);
        Assert.Single(_lab.Charged);
    }

    [Fact]
    public async Task A_permanent_result_is_in_the_library()
    {
        var output = await _lab.OutputAsync("tencent.aigc-image", """{"prompt":"a tree","outputStorageMode":"Permanent","outputMediaName":"tree"}""");

        var id = output["Files"]![0]!["FileId"]!.ToString();
        var found = await _lab.AskAsync("tencent.search-media", """{"names":["tree"]}""");
        Assert.Equal(id, found["MediaInfoSet"]![0]!["FileId"]!.ToString());
    }

    [Fact]
    public async Task A_local_file_is_uploaded_and_processed_in_one_flow_with_both_ids()
    {
        _lab.Runner.Media.Blobs["a.mp4"] = new byte[100];

        var output = await _lab.OutputAsync("tencent.process", """{"operation":"remux","targetFormat":"mp4","source":{"blob":"a.mp4"}}""");

        Assert.Equal(output["FileId"]!.ToString(), output["UploadedFileIds"]![0]!.ToString());
        Assert.Contains("-procedurev2-", output["TaskId"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(output["FileId"]!.ToString(), _lab.Cloud.Charges.List().Single().Subject);
    }

    [Fact]
    public async Task A_path_in_the_place_of_an_id_is_uploaded_first()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("mediaflows-tencent-").FullName, "a.mp4");
        await File.WriteAllBytesAsync(path, new byte[50]);

        var output = await _lab.OutputAsync("tencent.import-knowledge", With("{}", "fileId", path));

        Assert.Equal(["ImportMediaKnowledge"], _lab.Charged);
        Assert.Equal(1, _lab.Requests("CommitUpload"));
        Assert.NotNull(output["FileId"]);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task A_link_in_the_place_of_an_id_is_fetched_by_the_service_first()
    {
        var output = await _lab.OutputAsync("tencent.process", """{"operation":"transcode","fileId":"https://e.com/show/episode.mp4"}""");

        Assert.Equal(1, _lab.Requests("PullUpload"));
        Assert.Equal(output["FileId"]!.ToString(), output["UploadedFileIds"]![0]!.ToString());
        Assert.Equal(["ProcessMedia"], _lab.Charged);
    }

    [Fact]
    public async Task A_local_picture_of_a_scene_is_uploaded_first()
    {
        var folder = Directory.CreateTempSubdirectory("mediaflows-tencent-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "a.png"), new byte[50]);
        var input = new JsonObject { ["inputFiles"] = new JsonArray("File:" + Path.Combine(folder, "a.png")) };

        var output = await _lab.OutputAsync("tencent.scene-video", input.ToJsonString());

        Assert.Single(output["UploadedFileIds"]!.AsArray());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_pull_has_its_FileId_when_the_task_is_done_and_is_not_charged()
    {
        var output = await _lab.OutputAsync("tencent.pull-upload", """{"url":"https://e.com/a.mp4","mediaName":"https://e.com/x/video.mp4"}""");

        Assert.NotNull(output["FileId"]);
        Assert.Empty(_lab.Charged);
        var media = await _lab.AskAsync("tencent.describe-media", With("{}", "fileId", new JsonArray(output["FileId"]!.ToString())));
        Assert.Equal("video.mp4", media["MediaInfoSet"]![0]!["BasicInfo"]!["Name"]!.ToString());
    }

    [Fact]
    public async Task Super_resolution_uses_its_template_ten_seconds_later()
    {
        var start = _lab.Time.GetUtcNow();
        DateTimeOffset? submitted = null;
        _lab.Runner.BeforeActivity = name =>
        {
            if (name == "tencent.submit-task") submitted = _lab.Time.GetUtcNow();
            return Task.CompletedTask;
        };

        var output = await _lab.OutputAsync("tencent.image-process", With("""{"operation":"super-resolution"}""", "fileId", await _lab.AddMediaAsync("a.png")));

        Assert.True(submitted - start >= TimeSpan.FromSeconds(10));
        Assert.True((long)output["Definition"]! > 10000);
        Assert.Single(output["Files"]!.AsArray());
    }

    [Fact]
    public async Task Understanding_gives_text()
    {
        var output = await _lab.OutputAsync("tencent.image-process", """{"operation":"understand","url":"https://e.com/a.png","prompt":"who is it?"}""");

        Assert.Contains("who is it?", output["OutputText"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Some_results_that_failed_are_reported_beside_those_that_are_there()
    {
        _lab.Cloud.Knobs["partialNext"] = true;

        var output = await _lab.OutputAsync("tencent.process", With("""{"operation":"procedure","procedure":"P"}""", "fileId", await _lab.AddMediaAsync()));

        Assert.True((bool)output["Partial"]!);
        Assert.Equal("Transcode", output["Failures"]![0]!["Type"]!.ToString());
        Assert.Equal(["CoverBySnapshot CoverUrl"], output["Files"]!.AsArray().Select(f => f!["Description"]!.ToString()));
    }

    [Theory]
    [InlineData("tencent.process", "failNext", "SourceFileError.NoVideoMedia", ErrorCodes.JobFailed)]
    [InlineData("tencent.process", "abortNext", "x", ErrorCodes.JobFailed)]
    [InlineData("tencent.aigc-video", "failNext", "InternalError", ErrorCodes.JobFailed)]
    [InlineData("tencent.aigc-video", "failNext", "RequestLimitExceeded", ErrorCodes.ProviderThrottled)]
    [InlineData("tencent.aigc-video", "failNext", "InvalidParameter.VoilationContent", ErrorCodes.ContentRefused)]
    [InlineData("tencent.aigc-video", "emptyNext", "x", ErrorCodes.JobFailed)]
    public async Task A_task_that_failed_fails_the_flow_with_its_cause_although_it_says_FINISH(string flow, string knob, string word, string code)
    {
        var input = flow == "tencent.process" ? With("""{"operation":"transcode"}""", "fileId", await _lab.AddMediaAsync()) : Kling;
        _lab.Cloud.Knobs[knob] = word;

        var run = await _lab.Runner.RunAsync(flow, input);

        Assert.Equal(code, run.Error!.Code);
        Assert.Equal(FlowOutcome.Failed, run.Ends[^1].Outcome);
        if (knob == "failNext") Assert.Equal(word, run.Error.ProviderCode);
        Assert.Single(_lab.Charged);
    }

    [Fact]
    public async Task A_failed_task_is_paid_again_only_when_a_person_retries()
    {
        _lab.Cloud.Knobs["failNext"] = "InternalError";
        _lab.Runner.Decisions.Enqueue(new ResumeDecision());

        await _lab.OutputAsync("tencent.aigc-video", Kling);

        Assert.Equal(2, _lab.Cloud.Charges.Count);
        Assert.Equal(2, _lab.Cloud.Charges.List().Select(c => c.ClientToken).Distinct().Count());
    }

    [Theory]
    [InlineData("tencent.aigc-image", """{"prompt":"p"}""", 600, "mediaflows tencent aigc-image query --task-id ")]
    [InlineData("tencent.aigc-video", Kling, 1800, "mediaflows tencent describe-task --task-id ")]
    public async Task The_wait_ends_after_the_documented_time_names_the_query_and_goes_on_without_paying(string flow, string input, int seconds, string query)
    {
        _lab.Cloud.Knobs["jobSeconds"] = 4000;
        var start = _lab.Time.GetUtcNow();
        var run = await _lab.Runner.RunAsync(flow, input);
        var end = run.Ends.Single();
        Assert.Equal(FlowOutcome.TimedOut, end.Outcome);
        Assert.InRange((_lab.Time.GetUtcNow() - start).TotalSeconds, seconds, seconds * 1.2);
        Assert.Contains(query + end.ProviderJobId, end.Error.Hint, StringComparison.Ordinal);
        Assert.Equal(query + end.ProviderJobId, end.Error.Document!["Query"]!.ToString());

        _lab.Time.Advance(TimeSpan.FromHours(2));
        await _lab.OutputAsync(flow, input);
        Assert.Single(_lab.Charged);
    }

    [Theory]
    [InlineData("{}", "5 5 5 5 5 5 10 10 10 15 15 15")]
    [InlineData("""{"pollInterval":20}""", "20 20 20 20 20 20")]
    public async Task A_knowledge_import_is_asked_for_ever_less_often_as_documented(string input, string gaps)
    {
        var id = await _lab.AddMediaAsync();
        _lab.Cloud.Knobs["jobSeconds"] = 100;
        var asked = new List<DateTimeOffset> { _lab.Time.GetUtcNow() };
        _lab.Runner.BeforeActivity = name =>
        {
            if (name == "tencent.poll-task") asked.Add(_lab.Time.GetUtcNow());
            return Task.CompletedTask;
        };

        await _lab.OutputAsync("tencent.import-knowledge", With(input, "fileId", id));

        // Up to a tenth is added, so that many flows do not ask in step.
        var actual = asked.Zip(asked.Skip(1), (a, b) => (b - a).TotalSeconds).ToList();
        var wanted = gaps.Split(' ').Select(int.Parse).ToList();
        Assert.All(actual.Zip(wanted), g => Assert.InRange(g.First, g.Second, g.Second * 1.1));
        Assert.InRange(actual.Count, wanted.Count - 2, wanted.Count);
        var plan = await _lab.Runner.PlanAsync("tencent.import-knowledge", With(input, "fileId", id));
        Assert.Equal(input == "{}" ? "every 5 s (10 s after 30 s, 15 s after 60 s), for at most 600 s" : "every 20 s, for at most 600 s", plan[^1].Note);
    }

    [Fact]
    public async Task Without_waiting_the_task_id_and_its_query_come_back_at_once()
    {
        var output = await _lab.OutputAsync("tencent.aigc-video", With(Kling, "wait", false));

        Assert.Equal("SUBMITTED", output["Status"]!.ToString());
        Assert.Equal("mediaflows tencent describe-task --task-id " + output["TaskId"], output["Query"]!.ToString());
        Assert.Equal(0, _lab.Requests("DescribeTaskDetail"));
        var waited = await _lab.OutputAsync("tencent.await-task", With("{}", "taskId", output["TaskId"]!.ToString()), "wait");
        Assert.Equal("FINISH", waited["Status"]!.ToString());
        Assert.Single(_lab.Charged);
    }

    [Fact]
    public async Task Polls_that_fail_do_not_fail_the_task()
    {
        _lab.Cloud.Faults.Add(new FaultRule { Operation = "DescribeTaskDetail", Kind = FaultKind.Status, Status = 503, Times = 2 });
        _lab.Cloud.Faults.Add(Refusal("DescribeTaskDetail", "InternalError"));

        await _lab.OutputAsync("tencent.aigc-video", Kling);

        Assert.Single(_lab.Charged);
    }

    [Fact]
    public async Task A_batch_of_imports_submits_each_and_waits_for_none()
    {
        var ids = new JsonArray(await _lab.AddMediaAsync("a.mp4"), await _lab.AddMediaAsync("b.mp4"));

        var output = await _lab.OutputAsync("tencent.import-knowledge-batch", With("{}", "fileIds", ids));

        Assert.Equal(2, output["Tasks"]!.AsArray().Select(t => t!["TaskId"]!.ToString()).Distinct().Count());
        Assert.Equal(2, _lab.Cloud.Charges.Count);
    }

    [Fact]
    public async Task A_created_element_is_remembered_and_a_video_shows_it()
    {
        const string Input = """{"elementName":"Mia","elementDescription":"A girl","referenceType":"video_refer","elementVideoList":"{\"refer_videos\":[{\"video_url\":\"https://e.com/1.mp4\"}]}"}""";
        var submitted = await _lab.OutputAsync("tencent.custom-element", With(Input, "wait", false), "first");
        var listed = (await _lab.AskAsync("tencent.custom-element-list", "{}")).AsArray();
        Assert.Equal(submitted["TaskId"]!.ToString(), listed.Single()!["task_id"]!.ToString());
        Assert.Null(listed.Single()!["ElementId"]);

        var output = await _lab.OutputAsync("tencent.custom-element", With(With(Input, "sessionId", "mia-1"), "tasksPriority", 3), "second");
        listed = (await _lab.AskAsync("tencent.custom-element-list", "{}")).AsArray();
        Assert.Equal(2, listed.Count);
        var element = listed.Single(e => e!["task_id"]!.ToString() == output["TaskId"]!.ToString())!;
        Assert.Equal(output["ElementIds"]![0]!.ToString(), element["ElementId"]!.ToString());
        Assert.Equal("Mia", element["element_name"]!.ToString());
        Assert.Equal("mia-1 3", $"{element["session_id"]} {element["tasks_priority"]}");

        await _lab.OutputAsync("tencent.aigc-video", With("""{"model":"Kling","modelVersion":"O1","prompt":"<<<element_1>>>dances"}""", "elementIds", new JsonArray(element["ElementId"]!.ToString())), "video");
    }

    [Fact]
    public void Every_charged_flow_has_a_cost_notice_and_nothing_else_has()
    {
        var flows = _lab.Runner.Catalog.Flows.Where(f => f.Info.Provider == "tencent").ToList();

        Assert.All(flows, f => Assert.Equal(f.Info.Charged, f.Info.CostNotice is not null));
        Assert.Equal(["tencent.await-task", "tencent.pull-upload", "tencent.upload"], flows.Where(f => !f.Info.Charged).Select(f => f.Info.Name));
    }

    internal static FaultRule Refusal(string action, string code, int times = 1) => new()
    {
        Operation = action,
        Kind = FaultKind.Status,
        Status = 200,
        Times = times,
        Body = JsonNode.Parse("""{"Response":{"Error":{"Code":"CODE","Message":"scripted"},"RequestId":"r-1"}}""".Replace("CODE", code, StringComparison.Ordinal)),
    };

    internal static string With(string input, string name, JsonNode value)
    {
        var json = JsonNode.Parse(input)!.AsObject();
        json[name] = value;
        return json.ToJsonString();
    }
}
