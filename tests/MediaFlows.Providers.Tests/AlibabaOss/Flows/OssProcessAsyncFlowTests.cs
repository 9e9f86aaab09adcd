using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Simulator.AlibabaOss;
using MediaFlows.Simulator.Faults;
using MediaFlows.Simulator.Media;
using static MediaFlows.Providers.Tests.AlibabaOss.Flows.OssFixture;

namespace MediaFlows.Providers.Tests.AlibabaOss.Flows;

public sealed class OssProcessAsyncFlowTests(OssFixture fixture) : IClassFixture<OssFixture>
{
    [Fact]
    public async Task A_conversion_is_submitted_once_waited_for_verified_and_downloaded()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "convert.mp4", SampleVideo.ReadAllBytes());
        var output = Output(await runner.RunAsync(
            "oss.process-async",
            """{"source":"convert.mp4","operations":["video/convert:f=mp4,vcodec=h264,s=160x90,acodec=aac"],"targetKey":"convert/out.mp4","outputPath":{"blob":"local.mp4"},"verify":true}"""));
        Assert.StartsWith("MediaConvert-", (string)output["task_id"]!, StringComparison.Ordinal);
        Assert.Equal(("async", "completed", "convert/out.mp4"), ((string)output["mode"]!, (string)output["status"]!, (string)output["target_key"]!));
        Assert.Equal(24, ((string)output["request_id"]!).Length);
        Assert.NotNull(output["event_id"]);
        Assert.InRange((long)output["elapsed_seconds"]!, 10, 60);
        Assert.Equal("video/convert,f_mp4,vcodec_h264,s_160x90,acodec_aac", (string)output["process_string"]!);
        Assert.Equal("local.mp4", (string)output["downloaded"]![0]!["path"]!);
        Assert.Equal((long)output["size"]!, runner.Media.Blobs["local.mp4"].Length);
        Assert.Single(fixture.Cloud.Charges.List(), c => c.Subject.StartsWith($"{OssAccount.Bucket}/convert.mp4", StringComparison.Ordinal));
        if (HasFfmpeg) Assert.True((bool)output["verification"]!["matches"]!, output["verification"]!.ToJsonString());
    }

    [Fact]
    public async Task A_difference_found_by_verification_is_reported_and_not_papered_over()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "differs.mp4", SampleVideo.ReadAllBytes());
        // The saved object as a service describes it that did not do everything.
        fixture.Cloud.Faults.Add(new FaultRule
        {
            Operation = "GetProcessedObject", Kind = FaultKind.Status, Status = 200, Body = JsonNode.Parse("""
                {"FormatName":"matroska,webm","VideoStreams":[{"CodecName":"h264","Width":320,"Height":180,"AverageFrameRate":"30000/1001"}],"AudioStreams":[{"CodecName":"mp3","SampleRate":44100,"Channels":2}]}
                """),
        });
        var output = Output(await runner.RunAsync(
            "oss.process-async", """{"source":"differs.mp4","operations":["video/convert:f=mp4,vcodec=h264,s=160x180,acodec=aac,ar=8000,ac=2,fps=10"],"targetKey":"differs/out.mp4","verify":true}"""));
        Assert.Equal(
            [
                "width 160 320 False", "height 180 180 True", "format mp4 matroska,webm False", "video codec h264 h264 True", "audio codec aac mp3 False", "sample rate 8000 44100 False",
                "channels 2 2 True", "frame rate 10 29.97 False",
            ],
            output["verification"]!["checks"]!.AsArray().Select(c => $"{c!["property"]} {c["requested"]} {c["verified"]} {(bool)c["matches"]!}"));
        Assert.False((bool)output["verification"]!["matches"]!);
        Assert.False((bool)output["success"]!);
        Assert.Equal("completed", (string)output["status"]!);
    }

    [Fact]
    public async Task Every_frame_of_a_snapshot_set_is_listed_in_order_and_downloaded()
    {
        if (!HasFfmpeg) Assert.Skip("ffmpeg is not installed, so the simulator makes no frames.");
        await using var runner = fixture.Runner();
        await PutAsync(runner, "frames.mp4", SampleVideo.ReadAllBytes());
        await PutAsync(runner, "frames/clip_0_1.txt.bak", [1]);
        await PutAsync(runner, "frames/clip_other.jpg", [1]);
        // Frames of an earlier job, for a longer video: older than this job by more than clocks may differ.
        await PutAsync(runner, "frames/clip_0_13.jpg", [1]);
        fixture.Time.Advance(TimeSpan.FromMinutes(16));
        var output = Output(await runner.RunAsync(
            "oss.process-async", """{"source":"frames.mp4","operations":["video/snapshots:f=jpg,inter=150,num=12"],"targetKey":"frames/clip","outputPath":{"blob":"frames/"}}"""));
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"frames/clip_0_{n}.jpg"), output["generated_keys"]!.AsArray().Select(k => (string)k!));
        Assert.Equal(12, (int)output["file_count"]!);
        Assert.True(runner.Media.Blobs.ContainsKey("frames/clip_0_12.jpg"));
    }

    [Fact]
    public async Task The_time_limit_ends_resumable_with_the_task_id_and_resuming_submits_nothing()
    {
        await using var runner = fixture.Runner(("ALIBABA_CLOUD_ASYNC_TIMEOUT_SECONDS", "20"));
        await PutAsync(runner, "slow.mp4", SampleVideo.ReadAllBytes());
        fixture.Cloud.Knobs["jobSeconds"] = 30.0;
        try
        {
            runner.Decisions.Enqueue(new ResumeDecision());
            var run = await runner.RunAsync("oss.process-async", """{"source":"slow.mp4","operations":["video/convert:f=mp4"],"targetKey":"slow/out.mp4"}""", id: "slow");
            var output = Output(run);
            var end = Assert.Single(run.Ends);
            Assert.Equal((FlowOutcome.TimedOut, ErrorCodes.PollTimedOut), (end.Outcome, end.Error.Code));
            Assert.Equal((string)output["task_id"]!, end.ProviderJobId);
            Assert.Equal("timeout", (string)end.Error.Document!["status"]!);
            Assert.Equal((string)output["task_id"]!, (string)end.Error.Document["task_id"]!);
            Assert.Equal(20, (int)end.Error.Document["elapsed_seconds"]!);
            Assert.NotNull(end.Error.Document["request_id"]);
            Assert.NotNull(end.Error.Document["event_id"]);
            Assert.Single(fixture.Cloud.Charges.List(), c => c.Subject.StartsWith($"{OssAccount.Bucket}/slow.mp4", StringComparison.Ordinal));
        }
        finally
        {
            fixture.Cloud.Knobs.Remove("jobSeconds", out _);
        }
    }

    [Fact]
    public async Task A_submit_whose_answer_was_lost_is_not_made_again_and_its_result_is_adopted()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "lost.mp4", SampleVideo.ReadAllBytes());
        fixture.Cloud.Faults.Add(new FaultRule { Operation = "AsyncProcessObject", Kind = FaultKind.DropAfter });
        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        runner.BeforeActivity = name =>
        {
            // The job goes on at the provider while nobody knows of it.
            if (name == "oss.submit-process") fixture.Time.Advance(TimeSpan.FromSeconds(11));
            return Task.CompletedTask;
        };
        runner.Decisions.Enqueue(new ResumeDecision());
        var run = await runner.RunAsync("oss.process-async", """{"source":"lost.mp4","operations":["video/convert:f=mp4"],"targetKey":"lost/out.mp4"}""", id: "lost");
        Assert.Equal("completed", (string)Output(run)["status"]!);
        Assert.Single(fixture.Cloud.Charges.List(), c => c.Subject.StartsWith($"{OssAccount.Bucket}/lost.mp4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_submit_whose_answer_was_lost_and_that_shows_no_result_waits_for_a_person()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "unknown.mp4", SampleVideo.ReadAllBytes());
        fixture.Cloud.Faults.Add(new FaultRule { Operation = "AsyncProcessObject", Kind = FaultKind.DropBefore });
        var run = await runner.RunAsync("oss.process-async", """{"source":"unknown.mp4","operations":["video/convert:f=mp4"],"targetKey":"unknown/out.mp4"}""", id: "unknown");
        Assert.Equal(FlowOutcome.NeedsAttention, Assert.Single(run.Ends).Outcome);
        Assert.DoesNotContain(fixture.Cloud.Charges.List(), c => c.Subject.StartsWith($"{OssAccount.Bucket}/unknown.mp4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_submit_whose_answer_broke_off_counts_as_sent()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "broken.mp4", SampleVideo.ReadAllBytes());
        fixture.Cloud.Faults.Add(new FaultRule { Operation = "AsyncProcessObject", Kind = FaultKind.Truncate });
        var run = await runner.RunAsync("oss.process-async", """{"source":"broken.mp4","operations":["video/convert:f=mp4"],"targetKey":"broken/out.mp4"}""", id: "broken");
        Assert.DoesNotContain(run.Ends, e => e.Outcome == FlowOutcome.Failed);
        Assert.Single(fixture.Cloud.Charges.List(), c => c.Subject.StartsWith($"{OssAccount.Bucket}/broken.mp4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_accepted_submit_whose_answer_cannot_be_read_is_no_failure()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "unread.mp4", SampleVideo.ReadAllBytes());
        fixture.Cloud.Faults.Add(new FaultRule { Operation = "AsyncProcessObject", Kind = FaultKind.Status, Status = 200 });
        var run = await runner.RunAsync("oss.process-async", """{"source":"unread.mp4","operations":["video/convert:f=mp4"],"targetKey":"unread/out.mp4"}""", id: "unread");
        Assert.Equal(FlowOutcome.NeedsAttention, Assert.Single(run.Ends).Outcome);
    }

    [Fact]
    public async Task An_older_object_at_the_target_is_not_taken_for_the_result_of_a_lost_submit()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "older.mp4", SampleVideo.ReadAllBytes());
        await PutAsync(runner, "older/out.mp4", [1, 2, 3]);
        fixture.Cloud.Faults.Add(new FaultRule { Operation = "AsyncProcessObject", Kind = FaultKind.DropBefore });
        var run = await runner.RunAsync("oss.process-async", """{"source":"older.mp4","operations":["video/convert:f=mp4"],"targetKey":"older/out.mp4"}""", id: "older");
        Assert.Equal(FlowOutcome.NeedsAttention, Assert.Single(run.Ends).Outcome);
    }

    [Fact]
    public async Task A_failed_job_removes_its_temporary_source_and_a_retry_brings_it_back()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["temp.mp4"] = SampleVideo.ReadAllBytes();
        fixture.Cloud.Knobs["failNext"] = "InvalidArgument";
        const string input = """{"uri":{"blob":"temp.mp4"},"operations":["video/convert:f=mp4"],"targetKey":"temp/out.mp4"}""";
        var stopped = await runner.RunAsync("oss.process-async", input, id: "failed-1");
        Assert.Equal(ErrorCodes.JobFailed, stopped.Error!.Code);
        Assert.Equal("InvalidArgument", stopped.Error.ProviderCode);
        Assert.Contains("spelling", stopped.Error.Hint, StringComparison.Ordinal);
        Assert.Empty(await ListAsync(runner, "_upload_tmp/"));

        fixture.Cloud.Knobs["failNext"] = "InternalError";
        runner.Decisions.Enqueue(new ResumeDecision());
        var retried = await runner.RunAsync("oss.process-async", input, id: "failed-2");
        Assert.Equal("completed", (string)Output(retried)["status"]!);
        Assert.Equal(2, retried.Calls.Count(c => c.Activity == "oss.put-object"));
        Assert.Empty(await ListAsync(runner, "_upload_tmp/"));
    }

    [Fact]
    public async Task A_null_task_id_says_to_bind_the_bucket_first_and_is_no_job()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["null.mp4"] = SampleVideo.ReadAllBytes();
        fixture.Cloud.Faults.Add(new FaultRule
        {
            Operation = "AsyncProcessObject", Kind = FaultKind.Status, Status = 200, Body = JsonNode.Parse("""{"EventId":"E1","RequestId":"R1","TaskId":null}"""),
        });
        var charges = fixture.Cloud.Charges.Count;
        var run = await runner.RunAsync("oss.process-async", """{"uri":{"blob":"null.mp4"},"operations":["video/convert:f=mp4"],"targetKey":"null/out.mp4"}""", id: "null-task");
        Assert.Equal(ErrorCodes.FeatureNotAllowed, run.Error!.Code);
        Assert.Contains("task_id: null", run.Error.Message, StringComparison.Ordinal);
        Assert.Equal("Run mediaflows oss imm-setup first, then start again.", run.Error.Hint);
        Assert.Equal("R1", run.Error.ProviderRequestId);
        Assert.Contains(run.Calls, c => c.Activity == "oss.put-object");
        Assert.DoesNotContain(run.Calls, c => c.Activity == "oss.poll-process");
        Assert.Equal(charges, fixture.Cloud.Charges.Count);
        Assert.Empty(await ListAsync(runner, "_upload_tmp/"));
    }

    [Fact]
    public async Task A_refused_submit_removes_its_temporary_source_and_a_retry_brings_it_back()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["refused.mp4"] = SampleVideo.ReadAllBytes();
        fixture.Cloud.Faults.Add(new FaultRule { Operation = "AsyncProcessObject", Kind = FaultKind.Status, Status = 403 });
        runner.BeforeActivity = async name =>
        {
            // The flow has ended and waits: the second upload begins only after the first is gone.
            if (name == "oss.put-object") Assert.Empty(await ListAsync(runner, "_upload_tmp/"));
        };
        runner.Decisions.Enqueue(new ResumeDecision());
        var run = await runner.RunAsync("oss.process-async", """{"uri":{"blob":"refused.mp4"},"operations":["video/convert:f=mp4"],"targetKey":"refused/out.mp4"}""", id: "refused-submit");
        Assert.Equal("completed", (string)Output(run)["status"]!);
        Assert.Equal(FlowOutcome.Failed, Assert.Single(run.Ends).Outcome);
        Assert.Equal(2, run.Calls.Count(c => c.Activity == "oss.put-object"));
        Assert.Empty(await ListAsync(runner, "_upload_tmp/"));
    }

    [Fact]
    public async Task Sound_is_joined_in_the_order_written()
    {
        if (!HasFfmpeg) Assert.Skip("ffmpeg is not installed, so nothing is joined.");
        await using var runner = fixture.Runner();
        await PutAsync(runner, "sound.mp4", SampleVideo.ReadAllBytes());
        Output(await runner.RunAsync("oss.process-async", """{"source":"sound.mp4","operations":["audio/convert:f=mp3"],"targetKey":"sound/a.mp3"}""", id: "sound-1"));
        var output = Output(await runner.RunAsync(
            "oss.process-async", """{"source":"sound/a.mp3","operations":["audio/concat:f=mp3/pre,key=sound/a.mp3/sur,key=sound/a.mp3,ss_0,t_1000"],"targetKey":"sound/b.mp3","verify":true}""", id: "sound-2"));
        Assert.Equal("audio/concat,f_mp3/pre,o_c291bmQvYS5tcDM/sur,o_c291bmQvYS5tcDM,ss_0,t_1000", (string)output["process_string"]!);
        Assert.True((bool)output["success"]!);
        Assert.InRange((double)output["verification"]!["properties"]!["Duration"]!, 4.8, 5.4);
    }

    [Fact]
    public async Task Inputs_that_differ_ask_how_to_align_them_and_submit_nothing()
    {
        if (!HasFfmpeg) Assert.Skip("ffmpeg is not installed, so there is no second size of video to join.");
        await using var runner = fixture.Runner();
        await SmallAndLargeAsync(runner);
        var charges = fixture.Cloud.Charges.Count;
        var run = await runner.RunAsync("oss.process-async", Concat("join/asked.mp4", ""), id: "asked");
        Assert.Equal(ErrorCodes.QuestionsOpen, run.Error!.Code);
        Assert.Equal(["first", "second", "custom"], run.Error.Document!["questions"]![0]!["options"]!.AsArray().Select(o => (string)o!["value"]!));
        Assert.Contains("320x180, 160x90", run.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("align", (string)run.Error.Document["questions"]![0]!["options"]![0]!["label"]!, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(charges, fixture.Cloud.Charges.Count);

        var custom = await runner.RunAsync("oss.process-async", Concat("join/custom.mp4", ""","alignment":"custom" """), id: "custom");
        Assert.Contains("without a size", custom.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(charges, fixture.Cloud.Charges.Count);

        var output = Output(await runner.RunAsync("oss.process-async", Concat("join/second.mp4", ""","alignment":"second","outputPath":{"blob":"joined.mp4"} """), id: "second"));
        Assert.EndsWith(",align_1/sur,o_c21hbGwubXA0", (string)output["process_string"]!, StringComparison.Ordinal);
        Assert.Contains(output["validation_warnings"]!.AsArray(), w => ((string)w!).Contains("differ in resolution", StringComparison.Ordinal));
        Assert.True((bool)output["success"]!);
        Assert.Equal(charges + 1, fixture.Cloud.Charges.Count);
    }

    [Fact]
    public async Task What_plays_before_the_source_is_compared_too_and_comes_first()
    {
        if (!HasFfmpeg) Assert.Skip("ffmpeg is not installed, so there is no second size of video to join.");
        await using var runner = fixture.Runner();
        await SmallAndLargeAsync(runner);
        var run = await runner.RunAsync(
            "oss.process-async", """{"source":"large.mp4","operations":["video/concat:f=mp4,vcodec=h264,acodec=aac/pre,key=small.mp4"],"targetKey":"join/pre.mp4"}""", id: "pre");
        Assert.Contains("160x90, 320x180", run.Error!.Message, StringComparison.Ordinal);
        Assert.StartsWith("A: like the first (160x90", (string)run.Error.Document!["questions"]![0]!["options"]![0]!["label"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Duration":1.7}""", false, "The joined result is 1.7 s long, the source alone 2 s.", null)]
    [InlineData("""{"Duration":1.8}""", true, null, null)]
    [InlineData("""{"Size":1}""", true, null, "The duration of the joined result could not be read.")]
    public async Task A_joined_result_that_is_downloaded_must_be_nine_tenths_as_long_as_its_source(string info, bool success, string? error, string? warning)
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "length.mp4", SampleVideo.ReadAllBytes());
        // The two inputs are described truly, the result as the case says.
        fixture.Cloud.Faults.Add(new FaultRule { Operation = "GetProcessedObject", Kind = FaultKind.Status, Status = 200, Skip = 2, Body = JsonNode.Parse(info) });
        var output = Output(await runner.RunAsync(
            "oss.process-async",
            """{"source":"length.mp4","operations":["video/concat:f=mp4,vcodec=h264,acodec=aac/sur,key=length.mp4"],"targetKey":"length/out.mp4","outputPath":{"blob":"length.mp4"}}""", id: "length-" + info.Length + success));
        Assert.Equal((success, error), ((bool)output["success"]!, (string?)output["validation_error"]));
        Assert.Equal(warning, (string?)output["validation_warnings"]?[0]);
    }

    [Theory]
    [InlineData("""{"source":"a","operations":["video/convert:f=mp4"]}""", "video/convert requires targetKey")]
    [InlineData("""{"source":"a","operations":["video/snapshots:f=jpg"],"targetKey":"f/a.jpg"}""", "video/snapshots requires a targetKey without an extension")]
    [InlineData("""{"source":"a","operations":["resize:w=1"],"targetKey":"b"}""", "use oss.process")]
    [InlineData("""{"source":"a","operations":["video/convert:f=mp4,s=1280x720"],"targetKey":"b"}""", "requires 'vcodec'")]
    [InlineData("""{"source":"a","operations":["video/convert:f=mp4"],"targetKey":"b","timeoutSeconds":0}""", "The timeout must be more than 0 seconds.")]
    [InlineData("""{"source":"a","operations":["video/convert:f=mp4"],"targetKey":"b","alignment":"first"}""", "alignment is only for concat.")]
    [InlineData("""{"source":"a","operations":["video/convert:f=mp4"],"targetKey":"b","wait":false,"verify":true}""", "need the flow to wait")]
    [InlineData("""{"operations":["video/convert:f=mp4"],"targetKey":"b"}""", "Exactly one of source and uri is required.")]
    public async Task Bad_input_is_refused_before_anything_is_sent(string input, string message)
    {
        await using var runner = fixture.Runner();
        var before = fixture.Cloud.Requests.Values.Sum();
        var error = await Assert.ThrowsAsync<InvalidInputException>(() => runner.RunAsync("oss.process-async", input));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, fixture.Cloud.Requests.Values.Sum());
    }

    [Fact]
    public async Task Without_waiting_the_task_id_is_returned_at_once()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "nowait.mp4", SampleVideo.ReadAllBytes());
        var output = Output(await runner.RunAsync("oss.process-async", """{"source":"nowait.mp4","operations":["video/convert:f=mp4"],"targetKey":"nowait/out.mp4","wait":false}""", id: "nowait"));
        Assert.Equal("submitted", (string)output["status"]!);
        Assert.NotNull(output["task_id"]);
        Assert.NotNull(output["event_id"]);
    }

    private static string Concat(string target, string more) =>
        $$"""{"source":"large.mp4","operations":["video/concat:f=mp4,vcodec=h264,acodec=aac/sur,key=small.mp4"],"targetKey":"{{target}}"{{more}}}""";

    private static async Task SmallAndLargeAsync(Testing.Flows.InlineFlowRunner runner)
    {
        await PutAsync(runner, "large.mp4", SampleVideo.ReadAllBytes());
        Output(await runner.RunAsync("oss.process-async", """{"source":"large.mp4","operations":["video/convert:f=mp4,vcodec=h264,s=160x90"],"targetKey":"small.mp4"}""", id: "small"));
    }
}
