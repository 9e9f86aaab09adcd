using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Api;
using MediaFlows.Simulator.AlibabaOss;
using MediaFlows.Simulator.Faults;
using static MediaFlows.Providers.Tests.AlibabaOss.Flows.OssFixture;

namespace MediaFlows.Providers.Tests.AlibabaOss.Flows;

public sealed class OssProcessFlowTests(OssFixture fixture) : IClassFixture<OssFixture>
{
    [Fact]
    public async Task Saving_stores_the_result_and_tells_every_documented_field()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "save.png", Picture());
        var output = Output(await runner.RunAsync("oss.process", """{"source":"save.png","operations":["resize:w=100,h=40,mode=fixed,limit=0","format:jpg"],"outputMode":"save","targetKey":"out/save.jpg","verify":true}"""));
        Assert.Equal(("save", "out/save.jpg", OssAccount.Bucket), ((string)output["mode"]!, (string)output["target_key"]!, (string)output["bucket"]!));
        Assert.Equal("image/resize,w_100,h_40,m_fixed,limit_0/format,jpg", (string)output["process_string"]!);
        Assert.Equal("resize", (string)output["operations"]![0]!["name"]!);
        Assert.Equal(24, ((string)output["request_id"]!).Length);
        Assert.True((long)output["size"]! > 0);
        if (HasFfmpeg)
        {
            Assert.True((bool)output["success"]!);
            Assert.True((bool)output["verification"]!["matches"]!);
            Assert.Equal(["width", "height", "format"], output["verification"]!["checks"]!.AsArray().Select(c => (string)c!["property"]!));
        }
    }

    [Fact]
    public async Task A_url_is_signed_for_its_owner_and_hidden_in_the_journal()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "link.png", Picture());
        var run = await runner.RunAsync("oss.process", """{"source":"link.png","operations":["resize:w=100"],"expires":60}""");
        Assert.DoesNotContain("x-oss-signature", run.Output!.Value.GetRawText(), StringComparison.Ordinal);
        var toOwner = (string)runner.Serializer.Reveal(Output(run), toOwner: true)!["url"]!;
        using var http = new HttpClient();
        Assert.True((await http.GetAsync(toOwner)).IsSuccessStatusCode);
        var shown = (string)runner.Serializer.Reveal(Output(run), toOwner: false)!["url"]!;
        Assert.Contains("x-oss-signature=***", shown, StringComparison.Ordinal);
        Assert.Contains("x-oss-credential=***", shown, StringComparison.Ordinal);
        Assert.Contains("x-oss-process=image%2Fresize%2Cw_100", shown, StringComparison.Ordinal);
        fixture.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(403, (int)(await http.GetAsync(toOwner)).StatusCode);
    }

    [Theory]
    [InlineData("info", "ImageWidth")]
    [InlineData("average-hue", "RGB")]
    [InlineData("faces", "Faces")]
    [InlineData("score", "ImageScore")]
    public async Task Reading_operations_answer_their_json(string operation, string member)
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "read.png", Picture());
        var output = Output(await runner.RunAsync("oss.process", $$"""{"source":"read.png","operations":["{{operation}}"]}"""));
        Assert.Equal("info", (string)output["mode"]!);
        Assert.NotNull(output["data"]![member]);
    }

    [Fact]
    public async Task A_local_file_is_uploaded_processed_and_removed()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["照片 1.png"] = Picture();
        var output = Output(await runner.RunAsync("oss.process", """{"uri":{"blob":"照片 1.png"},"operations":["resize:w=50"],"outputMode":"download","outputPath":{"blob":"results/"}}""", id: "temp-ok"));
        Assert.Equal("results/照片 1.png", (string)output["path"]!);
        Assert.Equal(runner.Media.Blobs["results/照片 1.png"].Length, (int)output["size"]!);
        Assert.Empty(await ListAsync(runner, "_upload_tmp/"));
    }

    [Fact]
    public async Task A_temporary_upload_is_removed_when_the_flow_fails()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["broken.png"] = Picture();
        fixture.Cloud.Faults.Add(new FaultRule { Operation = "GetProcessedObject", Kind = FaultKind.Status, Status = 400 });
        var run = await runner.RunAsync("oss.process", """{"uri":{"blob":"broken.png"},"operations":["resize:w=50"],"outputMode":"download","outputPath":{"blob":"x"}}""", id: "temp-fail");
        Assert.NotNull(run.Error);
        Assert.Contains(run.Calls, c => c.Activity == "oss.put-object");
        Assert.Empty(await ListAsync(runner, "_upload_tmp/"));
    }

    [Fact]
    public async Task A_temporary_upload_is_removed_when_the_flow_is_cancelled()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["cancelled.png"] = Picture();
        runner.BeforeActivity = name =>
        {
            if (name == "oss.put-object") runner.Cancel("temp-cancel", "enough");
            return Task.CompletedTask;
        };
        var run = await runner.RunAsync("oss.process", """{"uri":{"blob":"cancelled.png"},"operations":["resize:w=50"],"outputMode":"download","outputPath":{"blob":"x"}}""", id: "temp-cancel");
        Assert.Equal(ErrorCodes.Cancelled, run.Error!.Code);
        Assert.Contains(run.Calls, c => c.Activity == "oss.delete-object");
        Assert.Empty(await ListAsync(runner, "_upload_tmp/"));
    }

    [Fact]
    public async Task A_blind_watermark_link_is_cleaned_up_by_the_lifecycle_which_keeps_its_other_rules()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "mark.png", Picture());
        Output(await runner.RunAsync("oss.imm-setup", """{"tempCleanup":true}"""));
        var output = Output(await runner.RunAsync("oss.process", """{"source":"mark.png","operations":["blindwatermark-embed:content=mine,s=low"],"expires":172800}"""));
        Assert.StartsWith("_blindwatermark_tmp/", (string)output["temp_key"]!, StringComparison.Ordinal);
        Assert.Equal((2, "updated", "lifecycle"), ((int)output["auto_cleanup_days"]!, (string)output["lifecycle_status"]!, (string)output["cleanup"]!));
        var rules = await ((BucketClient)runner.Services.GetService(typeof(BucketClient))!).RulesAsync(Place(runner), default);
        Assert.Equal(["blindwatermark-tmp-cleanup", "upload-tmp-cleanup"], rules.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_downloaded_blind_watermark_leaves_nothing_in_the_bucket()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "mark2.png", Picture());
        var before = (await ListAsync(runner, "_blindwatermark_tmp/")).Count;
        Output(await runner.RunAsync("oss.process", """{"source":"mark2.png","operations":["resize:w=150","blindwatermark-embed:content=mine"],"outputMode":"download","outputPath":{"blob":"marked.png"}}""", id: "embed"));
        Assert.True(runner.Media.Blobs.ContainsKey("marked.png"));
        Assert.Equal(before, (await ListAsync(runner, "_blindwatermark_tmp/")).Count);
    }

    [Fact]
    public async Task An_hls_playlist_is_a_link()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "hls.mp4", Simulator.Media.SampleVideo.ReadAllBytes());
        var run = await runner.RunAsync("oss.process", """{"source":"hls.mp4","operations":["hls/m3u8:vcodec=h264"]}""");
        using var http = new HttpClient();
        var playlist = await http.GetStringAsync((string)runner.Serializer.Reveal(Output(run), toOwner: true)!["url"]!);
        Assert.StartsWith("#EXTM3U", playlist, StringComparison.Ordinal);
        var segments = playlist.Split('\n').Where(l => l.Length > 0 && l[0] != '#').ToList();
        Assert.NotEmpty(segments);
        Assert.All(segments, s => Assert.Contains(".ts?", s, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"operations":["resize:w=1"]}""", "Exactly one of source and uri is required.")]
    [InlineData("""{"source":"a","uri":{"blob":"b"},"operations":["resize:w=1"]}""", "Exactly one of source and uri is required.")]
    [InlineData("""{"source":"/a","operations":["resize:w=1"]}""", "must not start with '/'")]
    [InlineData("""{"source":"a","operations":["resize:w=1"],"outputMode":"download"}""", "Output mode download requires outputPath.")]
    [InlineData("""{"source":"a","operations":["resize:w=1"],"outputMode":"save"}""", "Output mode save requires targetKey.")]
    [InlineData("""{"source":"a","operations":["hls/m3u8"],"outputMode":"save","targetKey":"b"}""", "hls/m3u8 supports output mode url only.")]
    [InlineData("""{"source":"a","operations":["video/convert:f=mp4"]}""", "use oss.process-async")]
    [InlineData("""{"source":"a","operations":["blindwatermark-extract"]}""", "use oss.blindwatermark-extract")]
    [InlineData("""{"source":"a","operations":["upload"]}""", "oss.upload")]
    [InlineData("""{"source":"a","operations":["resize:w=0"]}""", "Invalid value '0' for parameter 'w'")]
    [InlineData("""{"source":"a","operations":["info"],"verify":true}""", "no saved result to verify")]
    [InlineData("""{"source":"a","operations":["resize:w=1"],"verify":true}""", "Only a saved object can be verified")]
    [InlineData("""{"source":"a","operations":["resize:w=1"],"expires":0}""", "The lifetime of a URL")]
    [InlineData("""{"source":"a","operations":["resize:w=1"],"expires":604801}""", "The lifetime of a URL")]
    [InlineData("""{"source":"a","operations":["resize:w=1"],"bucket":"Bad_Bucket"}""", "is no bucket name")]
    [InlineData("""{"source":"a","operations":["resize:w=1"],"region":"CN"}""", "is no region")]
    [InlineData("""{"source":"a","operations":["resize:w=1"],"endpoint":"ftp://x"}""", "The endpoint must be")]
    [InlineData("""{"uri":{"blob":"none"},"operations":["info"]}""", "There is no media named 'none'.")]
    public async Task Bad_input_is_refused_before_anything_is_sent(string input, string message)
    {
        await using var runner = fixture.Runner();
        var before = fixture.Cloud.Requests.Values.Sum();
        var error = await Assert.ThrowsAsync<InvalidInputException>(() => runner.RunAsync("oss.process", input));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, fixture.Cloud.Requests.Values.Sum());
    }

    [Fact]
    public async Task A_link_to_a_temporary_upload_is_refused_because_it_would_be_dead()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["a.png"] = Picture();
        var error = await Assert.ThrowsAsync<InvalidInputException>(() => runner.RunAsync("oss.process", """{"uri":{"blob":"a.png"},"operations":["resize:w=1"]}"""));
        Assert.Contains("the link would be dead", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_source_says_what_to_do()
    {
        await using var runner = fixture.Runner();
        var run = await runner.RunAsync("oss.process", """{"source":"nothing.png","operations":["info"]}""");
        Assert.Equal("NoSuchKey", run.Error!.ProviderCode);
        Assert.Contains("upload it first", run.Error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detection_in_an_unbound_bucket_is_stopped_by_preflight()
    {
        await using var runner = fixture.Runner();
        var run = await runner.RunAsync("oss.process", $$"""{"bucket":"{{OssAccount.PlainBucket}}","source":"a.png","operations":["faces"]}""");
        Assert.Contains("imm-setup", run.Error!.Hint, StringComparison.Ordinal);
        Assert.Equal(["oss.preflight"], run.Calls.Select(c => c.Activity));
    }

    [Fact]
    public async Task A_bucket_in_another_region_is_stopped_by_preflight_with_the_right_one()
    {
        // The older signature names no region, so the service answers and says where the bucket is.
        await using var runner = fixture.Runner();
        var run = await runner.RunAsync("oss.process", """{"source":"a.png","operations":["info"],"region":"cn-shanghai","signature":"v1"}""");
        Assert.Contains("is in oss-cn-hangzhou, not in cn-shanghai", run.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("cn-hangzhou (--region", run.Error.Hint, StringComparison.Ordinal);
        Assert.Equal(["oss.preflight"], run.Calls.Select(c => c.Activity));
    }

    [Fact]
    public async Task Two_refusals_in_a_row_bring_the_preflight_advice()
    {
        await using var runner = fixture.Runner();
        fixture.Cloud.Knobs["deny"] = "GetBucketInfo";
        try
        {
            const string input = """{"source":"a.png","operations":["info"]}""";
            Assert.DoesNotContain("Two refusals", (await runner.RunAsync("oss.process", input)).Error!.Hint, StringComparison.Ordinal);
            Assert.Equal(RefusalStreak.Advice, (await runner.RunAsync("oss.process", input)).Error!.Hint);
        }
        finally
        {
            fixture.Cloud.Knobs.Remove("deny", out _);
        }

        await PutAsync(runner, "again.png", Picture());
        Output(await runner.RunAsync("oss.process", """{"source":"again.png","operations":["info"]}"""));
    }

    [Fact]
    public async Task Two_invalid_arguments_in_a_row_bring_the_advice_although_preflight_and_upload_work_in_between()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["refused.png"] = Picture();
        await PutAsync(runner, "refused.png", Picture());
        const string fromBucket = """{"source":"refused.png","operations":["resize:w=50"],"outputMode":"save","targetKey":"refused/out.png"}""";
        const string fromFile = """{"uri":{"blob":"refused.png"},"operations":["resize:w=50"],"outputMode":"save","targetKey":"refused/out.png"}""";
        var before = fixture.Cloud.Requests.GetValueOrDefault("ProcessObject");
        fixture.Cloud.Faults.Add(Refusal(times: 2));
        var first = (await runner.RunAsync("oss.process", fromBucket, id: "refused-1")).Error!;
        Assert.Equal("InvalidArgument", first.ProviderCode);
        Assert.Contains("spelling", first.Hint, StringComparison.Ordinal);
        var second = await runner.RunAsync("oss.process", fromFile, id: "refused-2");
        Assert.Equal(("InvalidArgument", RefusalStreak.Advice, false), (second.Error!.ProviderCode, second.Error.Hint, second.Error.Retryable));
        Assert.Equal(before + 2, fixture.Cloud.Requests["ProcessObject"]);
        Assert.Empty(await ListAsync(runner, "_upload_tmp/"));

        // What was refused works: the row has ended.
        Output(await runner.RunAsync("oss.process", fromBucket, id: "refused-3"));
        fixture.Cloud.Faults.Add(Refusal(times: 1));
        Assert.Contains("spelling", (await runner.RunAsync("oss.process", fromBucket, id: "refused-4")).Error!.Hint, StringComparison.Ordinal);
        Output(await runner.RunAsync("oss.process", fromBucket, id: "refused-5"));
    }

    private static FaultRule Refusal(int times) => new()
    {
        Operation = "ProcessObject", Kind = FaultKind.Status, Status = 400, Times = times,
        Headers = { ["x-oss-err"] = Convert.ToBase64String("<Error><Code>InvalidArgument</Code><Message>The value is not valid.</Message></Error>"u8) },
    };

    [Theory]
    [InlineData("resize:w=600", "width 600 200 False")]
    [InlineData("resize:w=150", "width 150 150 True")]
    [InlineData("resize:w=50,h=50", "size 50x50 (lfit) 50x25 True")]
    [InlineData("resize:w=50,h=50,mode=mfit", "size 50x50 (mfit) 100x50 True")]
    [InlineData("resize:l=100", "longer side 100 100 True")]
    [InlineData("resize:s=20", "shorter side 20 20 True")]
    [InlineData("resize:w=50,h=50,mode=pad", "width 50 50 True,height 50 50 True")]
    [InlineData("crop:w=150,h=90,g=se", "width 150 67 False,height 90 34 False")]
    [InlineData("crop:w=20,h=30", "width 20 20 True,height 30 30 True")]
    [InlineData("sharpen:v=100", "")]
    public async Task What_was_asked_for_is_compared_with_what_the_saved_picture_has(string operation, string expected)
    {
        if (!HasFfmpeg) Assert.Skip("ffmpeg is not installed, so the simulated result has no properties to verify.");
        await using var runner = fixture.Runner();
        await PutAsync(runner, "compare.png", Picture());
        var output = Output(await runner.RunAsync("oss.process", $$"""{"source":"compare.png","operations":["{{operation}}"],"outputMode":"save","targetKey":"compare/out.png","verify":true}"""));
        var verification = output["verification"]!;
        Assert.Equal(expected, string.Join(',', verification["checks"]!.AsArray().Select(c => $"{c!["property"]} {c["requested"]} {c["verified"]} {(bool)c["matches"]!}")));
        Assert.Equal(!expected.Contains("False", StringComparison.Ordinal), (bool)output["success"]!);
        Assert.Equal(expected.Length == 0, verification["note"] is not null);
    }

    [Fact]
    public async Task A_dry_run_shows_the_requests_and_opens_no_connection()
    {
        await using var runner = fixture.Runner();
        var before = fixture.Cloud.Requests.Values.Sum();
        var plan = await runner.PlanAsync("oss.process", """{"uri":{"url":"http://example.com/a.png"},"operations":["resize:w=100"],"outputMode":"save","targetKey":"out.png"}""");
        Assert.Equal(["GET", "PUT", "POST", "DELETE"], plan.Select(p => p.Method));
        Assert.StartsWith("x-oss-process=image/resize,w_100|sys/saveas,o_", (string)plan[2].Body!, StringComparison.Ordinal);
        Assert.Equal(before, fixture.Cloud.Requests.Values.Sum());
    }

    [Fact]
    public async Task The_older_signature_and_a_session_token_work_too()
    {
        await using var runner = fixture.Runner(
            ("ALIBABA_CLOUD_ACCESS_KEY_ID", OssAccount.StsKeyId), ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", OssAccount.StsKeySecret), ("ALIBABA_CLOUD_SECURITY_TOKEN", OssAccount.SecurityToken));
        await PutAsync(runner, "v1.png", Picture());
        foreach (var version in (string[])["v1", "v4"])
        {
            var run = await runner.RunAsync("oss.process", $$"""{"source":"v1.png","operations":["info"],"signature":"{{version}}"}""");
            Assert.NotNull(Output(run)["data"]);
            run = await runner.RunAsync("oss.process", $$"""{"source":"v1.png","operations":["quality:q=50"],"signature":"{{version}}"}""");
            using var http = new HttpClient();
            Assert.True((await http.GetAsync((string)runner.Serializer.Reveal(Output(run), toOwner: true)!["url"]!)).IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task A_wrong_clock_is_corrected_by_the_servers()
    {
        var skewed = new Testing.Time.VirtualTime(fixture.Time.GetUtcNow().AddHours(3));
        var settings = new Dictionary<string, string>(fixture.Host.Environment, StringComparer.Ordinal);
        await using var runner = new Testing.Flows.InlineFlowRunner(settings, skewed, null, typeof(Providers.AlibabaOss.OssModule).Assembly);
        await PutAsync(runner, "skew.png", Picture());
        Assert.NotNull(Output(await runner.RunAsync("oss.process", """{"source":"skew.png","operations":["info"]}"""))["data"]);
    }
}
