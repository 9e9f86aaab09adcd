using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.Tencent.Commands;

public sealed class CommandTests : IAsyncLifetime
{
    private TencentLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await TencentLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Theory]
    [InlineData("tencent", "upload", "tencent.upload", """{"source":{"file":"a.mp4"},"mediaName":"n","cover":{"file":"c.jpg"}}""", "--file=a.mp4", "--media-name=n", "--cover-file=c.jpg")]
    [InlineData("tencent", "pull-upload", "tencent.pull-upload", """{"url":"https://e.com/a.mp4"}""", "--url=https://e.com/a.mp4")]
    [InlineData("tencent", "describe-media", "tencent.describe-media", """{"fileId":["1","2"],"filters":["basicInfo"]}""", "--file-id=1", "--file-id=2", "--filters=basicInfo")]
    [InlineData("tencent", "search-media", "tencent.search-media", """{"names":["a"],"storageClasses":["STANDARD"],"limit":5}""", "--names=a", "--storage-classes=STANDARD", "--limit=5")]
    [InlineData("tencent process-media", "transcode", "tencent.process", """{"operation":"transcode","quality":"hd","watermarkSet":[10001,10002],"fileId":"1","tasksPriority":3}""", "--file-id=1", "--quality=hd", "--watermark-set=10001,10002", "--tasks-priority=3")]
    [InlineData("tencent process-media", "snapshot", "tencent.process", """{"operation":"snapshot","definition":10,"extTimeOffsetSet":["5s","10pct"],"fileId":"1"}""", "--file-id=1", "--definition=10", "--ext-time-offset-set=5s,10pct")]
    [InlineData("tencent process-media", "remux", "tencent.process", """{"operation":"remux","targetFormat":"hls","source":{"file":"clips/a.mp4"}}""", "--file-id=clips/a.mp4", "--target-format=hls")]
    [InlineData("tencent process-media", "gif", "tencent.process", """{"operation":"gif","definition":20000,"startTime":1.5,"fileId":"1"}""", "--file-id=1", "--definition=20000", "--start-time=1.5")]
    [InlineData("tencent aigc-image", "create", "tencent.aigc-image", """{"model":"Kling","modelVersion":"3.0","prompt":"a, b","outputStorageMode":"Permanent"}""", "--model=Kling", "--model-version=3.0", "--prompt=a, b", "--output-storage-mode=Permanent")]
    [InlineData("tencent aigc-video", "create", "tencent.aigc-video", """{"elementIds":["1","2"],"model":"Kling"}""", "--model=Kling", "--element-ids=1,2")]
    [InlineData("tencent aigc-video", "create", "tencent.aigc-video", """{"model":"Kling","elementIds":["77"]}""", "--model=Kling", "--elements-file=elements.json")]
    [InlineData("tencent aigc-image", "create", "tencent.aigc-image", """{"fileInfos":[{"FileId":"1"}]}""", """--file-infos=[{"FileId":"1"}]""")]
    [InlineData("tencent process-image", "super-resolution", "tencent.image-process", """{"operation":"super-resolution","srType":"standard","fileId":"1"}""", "--file-id=1", "--sr-type=standard")]
    [InlineData("tencent scene-aigc-image", "generate", "tencent.scene-image", """{"changePrompt":"p","sceneType":"change_clothes","inputFiles":["File:1"]}""", "--scene-type=change_clothes", "--input-files=File:1", "--change-prompt=p")]
    [InlineData("tencent create-scene-aigc-video-task", "generate", "tencent.scene-video", """{"cameraMovement":"Zoom Out"}""", "--camera-movement=Zoom Out")]
    [InlineData("tencent import-media-knowledge", "import", "tencent.import-knowledge", """{"fileId":"1"}""", "--file-id=1")]
    [InlineData("tencent create-aigc-advanced-custom-element", "create", "tencent.custom-element", """{"elementDescription":"d"}""", "--element-description=d")]
    [InlineData("tencent", "describe-task", "tencent.await-task", """{"taskId":"t","interval":5}""", "--task-id=t", "--interval=5")]
    [InlineData("tencent aigc-chat", "chat", "tencent.aigc-chat", """{"messages":[{"role":"user","content":"a"}],"toolChoice":"auto"}""", """--messages=[{"role":"user","content":"a"}]""", "--tool-choice=auto")]
    [InlineData("tencent aigc-token", "usage", "tencent.aigc-token-usage", """{"type":"Video"}""", "--type=Video")]
    [InlineData("tencent", "describe-sub-app-ids", "tencent.describe-sub-app-ids", """{"tag":["a=b"]}""", "--tag=a=b")]
    [InlineData("tencent", "load-env", "tencent.load-env", "{}", "--check-only")]
    public void Each_command_takes_the_document_s_flags(string group, string name, string target, string input, params string[] flags)
    {
        var command = _lab.Runner.Catalog.Commands.Single(c => c.Provider == group && c.Name == name);
        Assert.All(flags, f => Assert.Contains(f.Split('=')[0], command.Options.Select(o => o.Name)));

        var built = command.Build(new CommandValues(
            flags.Select(f => f.Split('=', 2)).GroupBy(f => f[0]).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(f => f.Length > 1 ? f[1] : "")], StringComparer.Ordinal),
            file => file == "elements.json" ? """[{"task_id":"t","ElementId":"77"},{"task_id":"u"}]""" : throw new FileNotFoundException(file)));

        Assert.Equal(target, built.Flow ?? built.Query);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(input), built.Input), built.Input.ToJsonString());
    }

    [Fact]
    public void Every_command_names_something_that_exists_and_options_that_are_not_the_command_line_s_own()
    {
        var catalog = _lab.Runner.Catalog;
        foreach (var command in catalog.Commands.Where(c => c.Provider.Split(' ')[0] == "tencent"))
        {
            var target = command.Build(new CommandValues(new Dictionary<string, IReadOnlyList<string>>(), _ => ""));
            Assert.True(target.Flow is null ? catalog.FindQuery(target.Query!) is not null : catalog.FindFlow(target.Flow) is not null, $"{command.Provider} {command.Name}");
            Assert.Empty(command.Options.Select(o => o.Name).Intersect(["--no-wait", "--max-wait", "--dry-run", "--output", "--defaults", "--idempotency-key"]));
            Assert.DoesNotContain(catalog.Commands, other => other.Provider == $"{command.Provider} {command.Name}");
            Assert.DoesNotContain(command.Name, command.Provider.Split(' '));
            Assert.Equal(command.Options.Count, command.Options.Select(o => o.Name).Distinct().Count());
        }
    }

    [Fact]
    public async Task Links_are_printed_as_links()
    {
        var output = await _lab.OutputAsync("tencent.aigc-image", """{"prompt":"p"}""");
        var command = _lab.Runner.Catalog.Commands.Single(c => c is { Provider: "tencent aigc-image", Name: "create" });

        var text = command.Render!(output, "en");

        var url = output["Files"]![0]!["FileUrl"]!.ToString();
        Assert.Contains($"[AigcImageTask 1]({url})", text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split(url).Length - 1);
    }

    [Fact]
    public async Task The_probe_finds_a_working_account_and_shows_no_key()
    {
        var probe = _lab.Runner.Services.GetServices<IHealthProbe>().Single(p => p.Group == "tencent");

        var findings = await probe.CheckAsync(TestContext.Current.CancellationToken);

        Assert.All(findings, f => Assert.Equal(HealthState.Ok, f.State));
        Assert.DoesNotContain(_lab.Environment["TENCENTCLOUD_SECRET_KEY"], JsonSerializer.Serialize(findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_example_of_the_catalog_is_a_valid_input()
    {
        _lab.Runner.Media.Blobs["video.mp4"] = new byte[10];
        foreach (var flow in _lab.Runner.Catalog.Flows.Where(f => f.Info.Provider == "tencent"))
            Assert.NotEmpty(await _lab.Runner.PlanAsync(flow.Info.Name, flow.Info.ExampleInput!.Replace("\"file\":", "\"blob\":", StringComparison.Ordinal)));
    }
}
