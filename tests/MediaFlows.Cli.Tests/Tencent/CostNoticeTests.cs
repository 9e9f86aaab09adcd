using System.Text.Json.Nodes;

namespace MediaFlows.Cli.Tests.Tencent;

/// <summary>The document's rule: what costs money says so when it starts, over HTTP and on the command line, and no upload does.</summary>
[Collection(TencentWorld.Alone)]
public sealed class CostNoticeTests(TencentWorld world) : IClassFixture<TencentWorld>
{
    // The document's own list of what is free of a notice.
    private static readonly string[] Free = ["tencent.upload", "tencent.pull-upload", "tencent.await-task"];

    public static TheoryData<string, string> Flows => new()
    {
        { "tencent.upload", "tencent upload --file {clip}" },
        { "tencent.pull-upload", "tencent pull-upload --url https://e.com/a.mp4 --no-wait" },
        { "tencent.process", "tencent process-media transcode --file-id {file} --no-wait" },
        { "tencent.image-process", "tencent process-image understand --file-id {file} --no-wait" },
        { "tencent.aigc-image", "tencent aigc-image create --prompt p --no-wait" },
        { "tencent.aigc-video", "tencent aigc-video create --model Kling --prompt p --no-wait" },
        { "tencent.scene-image", "tencent scene-aigc-image generate --scene-type outpainting --input-files File:{file} --no-wait" },
        { "tencent.scene-video", "tencent create-scene-aigc-video-task generate --input-files File:{file} --no-wait" },
        { "tencent.import-knowledge", "tencent import-media-knowledge import --file-id {file} --no-wait" },
        { "tencent.import-knowledge-batch", "tencent import-media-knowledge batch --file-ids {file}" },
        { "tencent.custom-element", "tencent create-aigc-advanced-custom-element create --element-name n --element-description d --reference-type video_refer --element-video-list {\"refer_videos\":[{\"video_url\":\"https://e.com/1.mp4\"}]} --no-wait" },
        { "tencent.await-task", "tencent describe-task --task-id {task} --interval 1" },
    };

    [Fact]
    public async Task Every_flow_of_the_catalog_is_held_to_the_rule() =>
        Assert.Equal(await world.NamesAsync("items"), Flows.Select(r => r.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task A_start_says_what_it_costs_or_nothing(string flow, string line)
    {
        await world.Client.PutAsync("/api/media/video.mp4", new ByteArrayContent(new byte[10]), TestContext.Current.CancellationToken);
        var example = (await world.GetAsync("/api/pipelines/" + flow))["example"]!.ToJsonString().Replace("\"file\":", "\"blob\":", StringComparison.Ordinal);

        var (status, accepted) = await world.PostAsync("/api/flows/" + flow, JsonNode.Parse(example)!);
        var run = await TencentWorld.RunAsync(world.Line(line));

        Assert.True(status == 202, accepted.ToJsonString());
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        if (Free.Contains(flow))
        {
            Assert.False(accepted.ContainsKey("costNotice"));
            Assert.DoesNotContain("charge", run.Error, StringComparison.OrdinalIgnoreCase);
            return;
        }

        var notice = accepted["costNotice"]!.ToString();
        Assert.EndsWith("which Tencent Cloud VOD charges for.", notice, StringComparison.Ordinal);
        Assert.Equal([notice], run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
