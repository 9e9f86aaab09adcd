using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
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
    [InlineData("tencent", "describe-task", "tencent.await-task", """{"taskId":"t","interval":7,"maxWait":60}""", "--task-id=t", "--interval=7", "--max-wait=60")]
    [InlineData("tencent", "describe-task", "tencent.await-task", """{"taskId":"t","interval":5}""", "--task-id=t")]
    [InlineData("tencent", "describe-task", "tencent.describe-task", """{"taskId":"t"}""", "--task-id=t", "--no-wait")]
    [InlineData("tencent aigc-image", "query", "tencent.await-task", """{"taskId":"1-AigcImageTask-2t","interval":10}""", "--task-id=1-AigcImageTask-2t")]
    [InlineData("tencent aigc-image", "query", "tencent.aigc-image-query", """{"taskId":"1-AigcImageTask-2t"}""", "--task-id=1-AigcImageTask-2t", "--no-wait")]
    [InlineData("tencent upload", "upload", "tencent.upload", """{"source":{"file":"a.mp4"}}""", "--file=a.mp4")]
    [InlineData("tencent upload", "pull", "tencent.pull-upload", """{"url":"https://e.com/a.mp4","wait":false}""", "--url=https://e.com/a.mp4", "--no-wait")]
    [InlineData("tencent aigc-video", "create", "tencent.aigc-video", """{"model":"Kling","maxWait":60,"wait":false}""", "--model=Kling", "--max-wait=60", "--no-wait")]
    [InlineData("tencent", "search-media", "tencent.search-media", """{"names":["Hello, world"],"fileIds":["1","2"]}""", "--names=Hello, world", "--file-ids=1,2")]
    [InlineData("tencent", "pull-upload", "tencent.pull-upload", """{"url":"https://e.com/a,b.mp4"}""", "--url=https://e.com/a,b.mp4")]
    [InlineData("tencent process-media", "remux", "tencent.process", """{"operation":"remux","source":{"blob":"clips/a.mp4"}}""", "--file-id=blob:clips/a.mp4")]
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
            Assert.Empty(command.Options.Select(o => o.Name).Intersect(["--dry-run", "--output", "--defaults", "--idempotency-key"]));
            Assert.Equal(command.Options.Count, command.Options.Select(o => o.Name).Distinct().Count());
        }
    }

    [Fact]
    public void Paths_inside_texts_are_offered_to_the_host_wherever_they_stand()
    {
        var scene = Build("tencent scene-aigc-image", "generate", ("--input-files", "File:pics/a, b.png"), ("--clothes-files", "Url:https://e.com/c.png"), ("--clothes-files", "File:528548548798000001"), ("--clothes-files", "File:coat.png"));
        var video = Build("tencent aigc-video", "create", ("--last-frame-file-id", "./end.png"), ("--file-infos", """[{"FileId":"1"},{"FileId":"start.png"}]"""));

        Assert.Equal([new LocalText("/inputFiles/0", "File:"), new LocalText("/clothesFiles/2", "File:")], scene.LocalTexts);
        Assert.Equal([new LocalText("/lastFrameFileId", ""), new LocalText("/fileInfos/1/FileId", "")], video.LocalTexts);
        Assert.Equal(["/source/file"], Build("tencent process-media", "transcode", ("--file-id", "a.mp4")).LocalFiles);
        Assert.Empty(Build("tencent process-media", "transcode", ("--file-id", "528548548798000001")).LocalFiles);
    }

    [Fact]
    public void A_path_that_answers_an_open_question_is_offered_to_the_host_like_one_on_the_line()
    {
        var target = Build("tencent process-media", "remux", ("--target-format", "mp4"));
        Assert.Empty(target.LocalFiles);
        target.Input["fileId"] = "clips/a.mp4";

        var answered = target.Answered!(target.Input);

        Assert.Equal(["/source/file"], answered.LocalFiles);
        Assert.Equal("""{"operation":"remux","targetFormat":"mp4","source":{"file":"clips/a.mp4"}}""", answered.Input.ToJsonString());
    }

    [Theory]
    [InlineData("ai-review", "Porn:\n  Confidence: ", "Suggestion: pass")]
    [InlineData("ai-analysis", "Classification:\n  ClassificationSet:\n    - Classification: Nature\n      Confidence: 88.5", null)]
    [InlineData("ai-recognition", "AsrFullTextRecognition:\n  SegmentSet:\n    - ", "[AsrFullTextRecognition SubtitleUrl](http")]
    public async Task What_an_analysis_found_is_printed_for_people(string operation, string lines, string? also)
    {
        var output = await _lab.OutputAsync("tencent.process", $$"""{"operation":"{{operation}}","definition":10,"fileId":"{{await _lab.AddMediaAsync()}}"}""");

        var text = Render("tencent process-media", operation, output);

        Assert.Contains(lines, text, StringComparison.Ordinal);
        if (also is not null) Assert.Equal(2, text.Split(also).Length);
        var shown = Render("tencent", "show-task", await _lab.AskAsync("tencent.describe-task", $$"""{"taskId":"{{output["TaskId"]}}"}"""));
        Assert.Contains(lines, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_a_playlist_go_with_it_to_a_host_elsewhere()
    {
        var companions = Build("tencent", "upload", ("--file", "a.m3u8")).Companions!;

        Assert.Equal(["low/list.m3u8", "key.bin"], companions("a.m3u8", "#EXTM3U\n#EXT-X-SESSION-KEY:METHOD=AES-128,URI=\"data:text/plain,x\"\nlow/list.m3u8\n#EXT-X-KEY:URI=\"key.bin\"\nhttps://e.com/elsewhere.ts\n")!);
        Assert.Equal(["key.bin", "low/a 1.ts"], companions("low/list.m3u8", "#EXTM3U\n#EXT-X-KEY:URI=\"../key.bin\"\na%201.ts?x=1\na%201.ts\n")!);
        Assert.Null(companions("a.mpd", "<MPD/>"));
    }

    [Theory]
    [InlineData("tencent upload", "upload", "--url", "https://e.com/a.mp4", "A link is not uploaded but fetched: use 'upload pull --url' or 'pull-upload --url'. To name the host of this command set MEDIAFLOWS_URL or a profile.")]
    [InlineData("tencent aigc-image", "query", "--task-id", "1-AigcVideoTask-2t", "This is the id of a video generation; ask for it with describe-task.")]
    [InlineData("tencent aigc-image", "query", "--task-id", "1-SceneAigcImageTask-2t", "This is no id of an image generation; ask for it with describe-task.")]
    [InlineData("tencent process-media", "transcode", "--watermark-set", "ten", "--watermark-set takes whole numbers, not 'ten'.")]
    [InlineData("tencent process-media", "gif", "--start-time", "soon", "--start-time takes a number, not 'soon'.")]
    [InlineData("tencent aigc-video", "create", "--elements-file", "e.json", "'e.json' holds no element with an ElementId; it is a JSON list as custom-element-list prints it, and an element has its id once its task is done.")]
    [InlineData("tencent aigc-chat", "chat", "--messages", "hello", "--messages takes JSON, or @ and the name of a file that holds it.")]
    public void What_a_flag_cannot_hold_is_said_before_a_host_is_looked_for(string group, string name, string flag, string value, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidInputException>(() => Build(group, name, (flag, value))).Message);

    [Fact]
    public void Only_the_environment_check_of_an_account_without_keys_ends_with_exit_code_1()
    {
        var check = _lab.Runner.Catalog.Commands.Single(c => c is { Provider: "tencent", Name: "load-env" });

        Assert.True(check.IsFailure!(JsonNode.Parse("""{"ready":false}""")!));
        Assert.False(check.IsFailure!(JsonNode.Parse("""{"ready":true}""")!));
    }

    [Fact]
    public async Task Answers_of_look_ups_are_lines_whose_links_are_links()
    {
        var id = await _lab.AddMediaAsync();
        var media = await _lab.AskAsync("tencent.describe-media", $$"""{"fileId":["{{id}}"],"filters":["basicInfo"]}""");
        var text = Render("tencent", "describe-media", media);

        var url = media["MediaInfoSet"]![0]!["BasicInfo"]!["MediaUrl"]!.ToString();
        Assert.Contains($"[MediaUrl]({url})", text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split(url).Length - 1);
        Assert.StartsWith("MediaInfoSet:\n  - FileId: " + id, text, StringComparison.Ordinal);

        var element = Render("tencent create-aigc-advanced-custom-element", "list", JsonNode.Parse("""[{"task_id":"t","element_video_list":"{\"refer_videos\":[{\"video_url\":\"https://e.com/1.mp4\"}]}"}]""")!);
        Assert.Equal("- task_id: t\n  element_video_list:\n    refer_videos:\n      - [video_url](https://e.com/1.mp4)", element.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task People_are_told_that_only_a_part_is_there_and_what_failed()
    {
        _lab.Cloud.Knobs["partialNext"] = true;
        var output = await _lab.OutputAsync("tencent.process", $$"""{"operation":"procedure","procedure":"P","fileId":"{{await _lab.AddMediaAsync()}}"}""");

        var text = Render("tencent process-media", "procedure", output);

        Assert.Contains("\nPartial: true\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\nTranscode: InternalError simulated failure", text, StringComparison.Ordinal);
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

    private CommandTarget Build(string group, string name, params (string Flag, string Value)[] flags) => _lab.Runner.Catalog.Commands.Single(c => c.Provider == group && c.Name == name).Build(new CommandValues(
        flags.GroupBy(f => f.Flag).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(f => f.Value)], StringComparer.Ordinal), _ => ""));

    private string Render(string group, string name, JsonNode output) => _lab.Runner.Catalog.Commands.Single(c => c.Provider == group && c.Name == name).Render!(output, "en").ReplaceLineEndings("\n");
}
