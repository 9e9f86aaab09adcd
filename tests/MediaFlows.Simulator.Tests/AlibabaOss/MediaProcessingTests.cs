using System.Text.Json.Nodes;
using MediaFlows.Simulator.AlibabaOss;
using MediaFlows.Simulator.Media;

namespace MediaFlows.Simulator.Tests.AlibabaOss;

public sealed class MediaProcessingTests(OssSimulator simulator) : IClassFixture<OssSimulator>
{
    private static readonly bool HasFfmpeg = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "ffmpeg")));

    [Fact]
    public async Task Video_info_is_true_for_the_stored_file_and_has_the_services_shape()
    {
        using var oss = Caller();
        await oss.PutAsync("info.mp4", SampleVideo.ReadAllBytes(), "video/mp4");
        var info = JsonNode.Parse(await (await oss.GetAsync("info.mp4", "x-oss-process=video%2Finfo")).Content.ReadAsStringAsync())!;
        Assert.Equal((320, 180, 2.0), ((int)info["VideoWidth"]!, (int)info["VideoHeight"]!, (double)info["Duration"]!));
        Assert.Equal(("h264", "aac"), ((string)info["VideoStreams"]![0]!["CodecName"]!, (string)info["AudioStreams"]![0]!["CodecName"]!));
    }

    [Fact]
    public async Task A_task_runs_its_time_and_its_target_is_there_when_it_has_succeeded()
    {
        using var oss = Caller();
        await oss.PutAsync("task.mp4", SampleVideo.ReadAllBytes(), "video/mp4");
        var submitted = JsonNode.Parse(await (await oss.PostAsync("task.mp4", "x-oss-async-process", $"x-oss-async-process=video/convert,f_mp4,vcodec_h264,s_160x90|sys/saveas,o_{ImageProcessingTests.Encode("task/out.mp4")}")).Content.ReadAsStringAsync())!;
        Assert.StartsWith("MediaConvert-", (string)submitted["TaskId"]!, StringComparison.Ordinal);
        Assert.Single(simulator.Cloud.Charges.List(), c => c.JobId == (string)submitted["TaskId"]!);
        Assert.Equal(404, (int)(await oss.GetAsync("task/out.mp4")).StatusCode);

        simulator.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(200, (int)(await oss.GetAsync("task/out.mp4")).StatusCode);
        if (!HasFfmpeg) return;
        var info = JsonNode.Parse(await (await oss.GetAsync("task/out.mp4", "x-oss-process=video%2Finfo")).Content.ReadAsStringAsync())!;
        Assert.Equal((160, 90), ((int)info["VideoWidth"]!, (int)info["VideoHeight"]!));
    }

    [Fact]
    public async Task Inputs_of_different_sizes_and_frame_rates_are_joined_like_the_chosen_one()
    {
        if (!HasFfmpeg) Assert.Skip("ffmpeg is not installed, so nothing is joined.");
        using var oss = Caller();
        await oss.PutAsync("join/a.mp4", SampleVideo.ReadAllBytes(), "video/mp4");
        await TaskAsync(oss, "join/a.mp4", "video/convert,f_mp4,vcodec_h264,s_160x120,fps_30", "join/b.mp4");
        await TaskAsync(oss, "join/a.mp4", $"video/concat,f_mp4,vcodec_h264,acodec_aac,align_1/sur,o_{ImageProcessingTests.Encode("join/b.mp4")}", "join/out.mp4");
        var info = JsonNode.Parse(await (await oss.GetAsync("join/out.mp4", "x-oss-process=video%2Finfo")).Content.ReadAsStringAsync())!;
        Assert.Equal((160, 120, "30/1"), ((int)info["VideoWidth"]!, (int)info["VideoHeight"]!, (string)info["VideoStreams"]![0]!["FrameRate"]!));
        Assert.InRange((double)info["Duration"]!, 3.9, 4.2);
    }

    [Theory]
    [InlineData(true, true, 0)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 1)]
    public async Task Inputs_without_sound_are_joined_with_each_other_and_with_those_that_have_some(bool firstIsSilent, bool secondIsSilent, int streams)
    {
        if (!HasFfmpeg) Assert.Skip("ffmpeg is not installed, so nothing is joined.");
        using var oss = Caller();
        await oss.PutAsync("mute/with.mp4", SampleVideo.ReadAllBytes(), "video/mp4");
        await TaskAsync(oss, "mute/with.mp4", "video/convert,f_mp4,vcodec_h264,an_1", "mute/without.mp4");
        string Name(bool silent) => silent ? "mute/without.mp4" : "mute/with.mp4";
        await TaskAsync(oss, Name(firstIsSilent), $"video/concat,f_mp4,vcodec_h264,acodec_aac/sur,o_{ImageProcessingTests.Encode(Name(secondIsSilent))}", "mute/out.mp4");
        var info = JsonNode.Parse(await (await oss.GetAsync("mute/out.mp4", "x-oss-process=video%2Finfo")).Content.ReadAsStringAsync())!;
        Assert.Equal(streams, (info["AudioStreams"] as JsonArray)?.Count ?? 0);
        Assert.InRange((double)info["Duration"]!, 3.9, 4.2);
    }

    [Fact]
    public async Task A_player_that_signs_nothing_can_play_a_playlist_to_its_end()
    {
        using var oss = Caller();
        await oss.PutAsync("hls/clip 1.mp4", SampleVideo.ReadAllBytes(), "video/mp4");
        var answer = await oss.GetAsync("hls/clip 1.mp4", "x-oss-process=hls%2Fm3u8%2Cst_1000%2Cvcodec_h264");
        var playlist = await answer.Content.ReadAsStringAsync();
        var segments = playlist.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => new Uri(answer.RequestMessage!.RequestUri!, l)).ToList();
        Assert.Equal(2, segments.Count);
        using var player = new HttpClient();
        var bytes = new List<byte[]>();
        foreach (var segment in segments) bytes.Add(await player.GetByteArrayAsync(segment));
        if (HasFfmpeg)
        {
            // Put one behind the other, as HLS means it, they are one stream of the whole length.
            await oss.PutAsync("hls/all.ts", [.. bytes.SelectMany(b => b)], "video/mp2t");
            var info = JsonNode.Parse(await (await oss.GetAsync("hls/all.ts", "x-oss-process=video%2Finfo")).Content.ReadAsStringAsync())!;
            Assert.InRange((double)info["Duration"]!, 1.8, 2.3);
            Assert.Equal(("h264", "aac"), ((string)info["VideoStreams"]![0]!["CodecName"]!, (string)info["AudioStreams"]![0]!["CodecName"]!));
        }

        var other = segments[0].ToString().Replace("t_1000", "t_2000", StringComparison.Ordinal);
        Assert.Equal(403, (int)(await player.GetAsync(other)).StatusCode);
        Assert.Equal(403, (int)(await player.GetAsync(segments[0].ToString().Replace("hls%2Fts", "hls%2Fm3u8", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(403, (int)(await player.DeleteAsync(segments[0])).StatusCode);
        simulator.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(403, (int)(await player.GetAsync(segments[0])).StatusCode);
    }

    [Fact]
    public async Task Media_of_one_kind_is_joined_and_a_task_that_cannot_run_fails_alone()
    {
        if (!HasFfmpeg) Assert.Skip("ffmpeg is not installed, so nothing is joined.");
        using var oss = Caller();
        await oss.PutAsync("sound/v.mp4", SampleVideo.ReadAllBytes(), "video/mp4");
        await TaskAsync(oss, "sound/v.mp4", "audio/convert,f_mp3", "sound/a.mp3");
        await TaskAsync(oss, "sound/a.mp3", $"audio/concat,f_mp3/sur,o_{ImageProcessingTests.Encode("sound/a.mp3")}", "sound/aa.mp3");
        var info = JsonNode.Parse(await (await oss.GetAsync("sound/aa.mp3", "x-oss-process=audio%2Finfo")).Content.ReadAsStringAsync())!;
        Assert.InRange((double)info["Duration"]!, 3.9, 4.3);

        await oss.PostAsync("sound/a.mp3", "x-oss-async-process", $"x-oss-async-process=video/concat,f_mp4,vcodec_h264,acodec_aac/sur,o_{ImageProcessingTests.Encode("sound/a.mp3")}|sys/saveas,o_{ImageProcessingTests.Encode("sound/no.mp4")}");
        simulator.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(404, (int)(await oss.GetAsync("sound/no.mp4")).StatusCode);
        Assert.Equal(200, (int)(await oss.GetAsync("sound/a.mp3")).StatusCode);
    }

    private async Task TaskAsync(OssCaller oss, string source, string process, string target)
    {
        await oss.PostAsync(source, "x-oss-async-process", $"x-oss-async-process={process}|sys/saveas,o_{ImageProcessingTests.Encode(target)}");
        simulator.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(200, (int)(await oss.GetAsync(target)).StatusCode);
    }

    [Fact]
    public async Task An_image_action_has_no_asynchronous_route()
    {
        using var oss = Caller();
        await oss.PutAsync("route.mp4", SampleVideo.ReadAllBytes());
        var body = await (await oss.PostAsync("route.mp4", "x-oss-async-process", "x-oss-async-process=image/resize,w_1|sys/saveas,o_YQ")).Content.ReadAsStringAsync();
        Assert.Contains("<Code>Imm Client</Code>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unbound_bucket_gives_no_task_id()
    {
        using var oss = new OssCaller(simulator.Cloud.BaseUri, simulator.Time, OssAccount.PlainBucket);
        await oss.PutAsync("v.mp4", SampleVideo.ReadAllBytes());
        var answer = JsonNode.Parse(await (await oss.PostAsync("v.mp4", "x-oss-async-process", "x-oss-async-process=video/convert,f_mp4|sys/saveas,o_YQ")).Content.ReadAsStringAsync())!.AsObject();
        Assert.True(answer.ContainsKey("TaskId"));
        Assert.Null(answer["TaskId"]);
    }

    [Fact]
    public async Task A_missing_body_parameter_is_named()
    {
        using var oss = Caller();
        await oss.PutAsync("body.mp4", SampleVideo.ReadAllBytes());
        var body = await (await oss.PostAsync("body.mp4", "x-oss-async-process", "nothing")).Content.ReadAsStringAsync();
        Assert.Contains("no x-oss-async-process parameter found", body, StringComparison.Ordinal);
    }

    private OssCaller Caller() => new(simulator.Cloud.BaseUri, simulator.Time);
}
