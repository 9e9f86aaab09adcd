using MediaFlows.Core.Errors;
using MediaFlows.Providers.Jimeng.Api;
using MediaFlows.Providers.Tests.MediaFormats;
using MediaFlows.Testing.Media;

namespace MediaFlows.Providers.Tests.Jimeng;

public sealed class JimengRuleTests
{
    private const string First = ""","image":{"blob":"first.png"}""";

    [Theory]
    [InlineData("""{}""", "prompt", "needs a prompt")]
    [InlineData("""{"prompt":"  "}""", "prompt", "needs a prompt")]
    [InlineData("""{"mode":"ti2v_pro"}""", "prompt", "needs a prompt, or an image")]
    [InlineData("""{"mode":"i2v_first_720p","image":{"blob":"first.png"}}""", "prompt", "needs a prompt")]
    [InlineData("""{"prompt":"p","mode":"t2v_4k"}""", "mode", "must be one of ti2v_pro")]
    [InlineData("""{"prompt":"p","mode":"t2v_720p","image":{"blob":"first.png"}}""", "image", "takes no image")]
    [InlineData("""{"prompt":"p","mode":"i2v_first_1080p"}""", "image", "needs an image for the first frame")]
    [InlineData("""{"prompt":"p","mode":"i2v_first_tail_720p","image":{"blob":"first.png"}}""", "tailImage", "needs an image for the last frame")]
    [InlineData("""{"prompt":"p","mode":"i2v_first_720p","image":{"blob":"first.png"},"tailImage":{"blob":"last.jpg"}}""", "tailImage", "takes one image")]
    [InlineData("""{"prompt":"p","mode":"i2v_first_720p","image":{"blob":"a","file":"b"}}""", "image", "exactly one")]
    [InlineData("""{"prompt":"p","mode":"i2v_first_720p","image":{"blob":"missing.png"}}""", "image", "no media named")]
    [InlineData("""{"prompt":"p","duration":7}""", "duration", "must be one of 4, 5, 6, 8, 10")]
    [InlineData("""{"prompt":"p","duration":4}""", "duration", "allowUndocumented")]
    [InlineData("""{"prompt":"p","fps":23}""", "fps", "must be one of 24, 25, 30")]
    [InlineData("""{"prompt":"p","fps":30}""", "fps", "allowUndocumented")]
    [InlineData("""{"prompt":"p","seed":-2}""", "seed", "must be -1")]
    [InlineData("""{"prompt":"p","aspect_ratio":"2:1"}""", "aspect_ratio", "must be one of 16:9")]
    [InlineData("""{"prompt":"p","mode":"i2v_first_720p","image":{"blob":"first.png"},"aspect_ratio":"1:1"}""", "aspect_ratio", "the image decides")]
    [InlineData("""{"prompt":"p","template_id":"robo_arm"}""", "template_id", "i2v_recamera_720p only")]
    [InlineData("""{"prompt":"p","mode":"i2v_recamera_720p","image":{"blob":"first.png"},"template_id":"fly","camera_strength":"weak"}""", "template_id", "must be one of hitchcock")]
    [InlineData("""{"prompt":"p","mode":"i2v_recamera_720p","image":{"blob":"first.png"},"template_id":"robo_arm","camera_strength":"huge"}""", "camera_strength", "must be one of weak")]
    [InlineData("""{"prompt":"p","saveTo":{"url":"https://x.example/a.mp4"}}""", "saveTo", "exactly one of blob and file")]
    [InlineData("""{"prompt":"p","saveTo":{}}""", "saveTo", "exactly one of blob and file")]
    [InlineData("""{"prompt":"p","aigcMeta":{"producer_id":"1"}}""", "aigcMeta.content_propagator", "required")]
    [InlineData("""{"prompt":"p","timeoutSeconds":0}""", "timeoutSeconds", "1 to 3600")]
    [InlineData("""{"prompt":"p","pollIntervalSeconds":0}""", "pollIntervalSeconds", "1 to")]
    [InlineData("""{"prompt":"p","maxPollAttempts":0}""", "maxPollAttempts", "1 to")]
    public async Task A_broken_rule_is_found_before_anything_is_paid(string input, string field, string expected)
    {
        await using var bench = await JimengBench.StartAsync();
        var e = await Assert.ThrowsAsync<InvalidInputException>(() => bench.RunAsync(input));
        Assert.Contains(expected, string.Join(' ', e.Fields[field]), StringComparison.Ordinal);
        Assert.Empty(bench.Cloud.Requests);
    }

    [Fact]
    public async Task A_prompt_of_800_characters_is_taken_and_one_more_is_not()
    {
        await using var bench = await JimengBench.StartAsync();
        var prompt = string.Concat(Enumerable.Repeat("😀", 800));
        Assert.NotNull((await bench.RunAsync($$"""{"prompt":"{{prompt}}"}""")).Output);
        await Assert.ThrowsAsync<InvalidInputException>(() => bench.RunAsync($$"""{"prompt":"{{prompt}}!"}"""));
    }

    [Theory]
    [InlineData(4, 97)]
    [InlineData(5, 121)]
    [InlineData(6, 145)]
    [InlineData(8, 193)]
    [InlineData(10, 241)]
    public async Task A_duration_is_sent_as_frames_and_an_undocumented_one_on_request_only(int seconds, int frames)
    {
        await using var bench = await JimengBench.StartAsync();
        var plan = await bench.Flows.PlanAsync("jimeng.generate-video", $$"""{"prompt":"p","duration":{{seconds}},"fps":30,"allowUndocumented":true}""");
        Assert.Equal($$"""{"req_key":"jimeng_t2v_v30","prompt":"p","seed":-1,"frames":{{frames}},"aspect_ratio":"16:9"}""", plan[0].Body!.ToJsonString());
    }

    [Theory]
    [InlineData(320, 320, null)]
    [InlineData(4096, 1366, null)]
    [InlineData(319, 500, "at least 320")]
    [InlineData(4097, 2000, "at most 4096")]
    [InlineData(1000, 333, "at most 3 times")]
    public async Task The_resolution_is_read_from_the_head_of_the_image(int width, int height, string? expected)
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Flows.Media.Blobs["x.jpg"] = TestJpeg.Head(width, height);
        var plan = () => bench.Flows.PlanAsync("jimeng.generate-video", """{"prompt":"p","mode":"i2v_first_720p","image":{"blob":"x.jpg"}}""");
        if (expected is null) Assert.NotEmpty(await plan());
        else Assert.Contains(expected, (await Assert.ThrowsAsync<InvalidInputException>(plan)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4_700_000, null)]
    [InlineData(4_700_001, "at most 4.7 MB")]
    [InlineData(15_000_001, "at most 15 MB")]
    public async Task The_size_is_held_to_the_stricter_figure_for_what_is_sent_as_bytes(int length, string? expected)
    {
        await using var bench = await JimengBench.StartAsync();
        var image = new byte[length];
        TestJpeg.Head(640, 640).CopyTo(image, 0);
        bench.Flows.Media.Blobs["x.jpg"] = image;
        var plan = () => bench.Flows.PlanAsync("jimeng.generate-video", """{"prompt":"p","mode":"i2v_first_720p","image":{"blob":"x.jpg"}}""");
        if (expected is null) Assert.Equal($"<base64 of {length} bytes>", (await plan())[0].Body!["binary_data_base64"]![0]!.ToString());
        else Assert.Contains(expected, (await Assert.ThrowsAsync<InvalidInputException>(plan)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_that_is_no_jpeg_or_png_is_refused_whatever_it_is_named()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Flows.Media.Blobs["x.png"] = "GIF89a..."u8.ToArray();
        var e = await Assert.ThrowsAsync<InvalidInputException>(() => bench.RunAsync("""{"prompt":"p","mode":"i2v_first_720p","image":{"blob":"x.png"}}"""));
        Assert.Contains("neither a JPEG nor a PNG", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_and_last_frame_share_one_ratio_and_fit_into_one_request()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Flows.Media.Blobs["square.png"] = TestImages.Png(400, 400);
        var ratio = await Assert.ThrowsAsync<InvalidInputException>(() => bench.RunAsync("""{"prompt":"p","mode":"i2v_first_tail_720p","image":{"blob":"first.png"},"tailImage":{"blob":"square.png"}}"""));
        Assert.Contains("640×360 and 400×400", ratio.Message, StringComparison.Ordinal);

        var large = new byte[4_000_000];
        TestJpeg.Head(640, 640).CopyTo(large, 0);
        bench.Flows.Media.Blobs["large.jpg"] = large;
        var size = await Assert.ThrowsAsync<InvalidInputException>(() => bench.RunAsync("""{"prompt":"p","mode":"i2v_first_tail_720p","image":{"blob":"large.jpg"},"tailImage":{"blob":"large.jpg"}}"""));
        Assert.Contains("Together", size.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_go_by_url_when_all_have_one_and_as_bytes_otherwise()
    {
        await using var bench = await JimengBench.StartAsync();
        await using var server = await ImageServer.StartAsync(TestImages.Png(640, 360));
        var both = await bench.Flows.PlanAsync("jimeng.generate-video", $$$"""{"prompt":"p","mode":"i2v_first_tail_720p","image":{"url":"{{{server.Url}}}?sign=canary"},"tailImage":{"url":"{{{server.Url}}}"}}""");
        Assert.Equal([server.Url + "?sign=***", server.Url], both[0].Body!["image_urls"]!.AsArray().Select(u => u!.ToString()));
        var mixed = await bench.Flows.PlanAsync("jimeng.generate-video", $$$"""{"prompt":"p","mode":"i2v_first_tail_720p","image":{"url":"{{{server.Url}}}"},"tailImage":{"blob":"last.jpg"}}""");
        Assert.Equal(2, mixed[0].Body!["binary_data_base64"]!.AsArray().Count);
        Assert.Null(mixed[0].Body!["image_urls"]);
        var run = await bench.RunAsync($$$"""{"prompt":"p","mode":"i2v_first_720p","image":{"url":"{{{server.Url}}}"}}""");
        Assert.NotNull(run.Output);
    }

    [Fact]
    public async Task A_camera_move_is_asked_for_in_plain_words_and_defaults_are_taken_on_request()
    {
        await using var bench = await JimengBench.StartAsync();
        var input = $$"""{"prompt":"p","mode":"i2v_recamera_720p"{{First}}}""";
        var e = await Assert.ThrowsAsync<QuestionsException>(() => bench.RunAsync(input));
        Assert.Equal(["template_id", "camera_strength"], e.Questions.Select(q => q.Field));
        Assert.All(e.Questions, q => Assert.DoesNotContain('_', q.Text + string.Concat(q.Options.Select(o => o.Label))));
        Assert.Equal(11, e.Questions[0].Options.Count);
        Assert.Empty(bench.Cloud.Requests);
        Assert.NotNull((await bench.RunAsync(input, defaults: true)).Output);
    }

    [Theory]
    [InlineData(JimengService.AccessKeyVariable)]
    [InlineData(JimengService.SecretKeyVariable)]
    public async Task A_missing_key_is_named_and_nothing_is_called(string variable)
    {
        await using var bench = await JimengBench.StartAsync(s => s[variable] = " ");
        var e = await Assert.ThrowsAsync<FlowException>(() => bench.RunAsync(JimengBench.Text));
        Assert.Equal(ErrorCodes.CredentialsMissing, e.Error.Code);
        Assert.Contains(variable, e.Error.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Cloud.Requests);
    }

    [Fact]
    public async Task The_documents_settings_are_captured_and_a_dry_run_calls_nothing()
    {
        await using var bench = await JimengBench.StartAsync(s =>
        {
            s[JimengService.IntervalVariable] = "7";
            s[JimengService.MaxPollsVariable] = "9";
        });
        var plan = await bench.Flows.PlanAsync("jimeng.generate-video", JimengBench.Saved);
        Assert.Equal(["CVSync2AsyncSubmitTask", "CVSync2AsyncGetResult"], plan.Take(2).Select(p => System.Web.HttpUtility.ParseQueryString(new Uri(p.Url).Query)["Action"]!));
        Assert.Equal("every 7 s, at most 9 times", plan[1].Note);
        Assert.Equal("saved to blob:out/clip.mp4", plan[2].Note);
        Assert.True(plan[0].Charged);
        Assert.DoesNotContain(plan, p => string.Concat(p.Headers.Values).Contains("AKLT", StringComparison.Ordinal));
        Assert.Empty(bench.Cloud.Requests);
        await using var wrong = await JimengBench.StartAsync(s => s[JimengService.TimeoutVariable] = "soon");
        await Assert.ThrowsAsync<InvalidInputException>(() => wrong.RunAsync(JimengBench.Text));
    }
}
