using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Tests.Tencent.Flows;

/// <summary>What each operation sends, member by member; asked for as a dry run, so nothing is sent.</summary>
public sealed class PlannedRequestTests : IAsyncLifetime
{
    private TencentLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await TencentLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Theory]
    [InlineData("""{"operation":"transcode"}""", """{"MediaProcessTask":{"TranscodeTaskSet":[{"Definition":100800}]}}""")]
    [InlineData("""{"operation":"transcode","quality":"hd","watermarkSet":[10001,10002]}""", """{"MediaProcessTask":{"TranscodeTaskSet":[{"Definition":100830,"WatermarkSet":[{"Definition":10001},{"Definition":10002}]}]}}""")]
    [InlineData("""{"operation":"transcode","quality":"sd"}""", """{"MediaProcessTask":{"TranscodeTaskSet":[{"Definition":100820}]}}""")]
    [InlineData("""{"operation":"transcode","quality":"flu"}""", """{"MediaProcessTask":{"TranscodeTaskSet":[{"Definition":100810}]}}""")]
    [InlineData("""{"operation":"remux","targetFormat":"mp4"}""", """{"MediaProcessTask":{"TranscodeTaskSet":[{"Definition":875}]}}""")]
    [InlineData("""{"operation":"remux","targetFormat":"hls","tasksPriority":-3}""", """{"MediaProcessTask":{"TranscodeTaskSet":[{"Definition":876}]},"TasksPriority":-3}""")]
    [InlineData("""{"operation":"enhance"}""", """{"MediaProcessTask":{"TranscodeTaskSet":[{"Definition":101430}]}}""")]
    [InlineData("""{"operation":"enhance","scene":"anime","resolution":"4k"}""", """{"MediaProcessTask":{"TranscodeTaskSet":[{"Definition":101570}]}}""")]
    [InlineData("""{"operation":"enhance","scene":"live_action","resolution":"720"}""", """{"MediaProcessTask":{"TranscodeTaskSet":[{"Definition":101520}]}}""")]
    [InlineData("""{"operation":"scene-transcode","scene":"short_drama"}""", """{"MediaProcessTask":{"TranscodeTaskSet":[{"Definition":101300}]}}""")]
    [InlineData("""{"operation":"scene-transcode","scene":"ecommerce","resolution":"720","priority":"quality"}""", """{"MediaProcessTask":{"TranscodeTaskSet":[{"Definition":101313}]}}""")]
    [InlineData("""{"operation":"scene-transcode","scene":"feed","resolution":"480","priority":"bitrate"}""", """{"MediaProcessTask":{"TranscodeTaskSet":[{"Definition":101326}]}}""")]
    [InlineData("""{"operation":"snapshot","definition":10,"extTimeOffsetSet":["5s","10pct"]}""", """{"MediaProcessTask":{"SnapshotByTimeOffsetTaskSet":[{"Definition":10,"ExtTimeOffsetSet":["5s","10%"]}]}}""")]
    [InlineData("""{"operation":"sample-snapshot","definition":10,"watermarkSet":[1]}""", """{"MediaProcessTask":{"SampleSnapshotTaskSet":[{"Definition":10,"WatermarkSet":[{"Definition":1}]}]}}""")]
    [InlineData("""{"operation":"image-sprite","definition":10}""", """{"MediaProcessTask":{"ImageSpriteTaskSet":[{"Definition":10}]}}""")]
    [InlineData("""{"operation":"gif","definition":20000,"startTime":1.5,"endTime":-2}""", """{"MediaProcessTask":{"AnimatedGraphicTaskSet":[{"Definition":20000,"StartTimeOffset":1.5,"EndTimeOffset":-2}]}}""")]
    [InlineData("""{"operation":"cover-by-snapshot","definition":10,"positionType":"Time","positionValue":3}""", """{"MediaProcessTask":{"CoverBySnapshotTaskSet":[{"Definition":10,"PositionType":"Time","PositionValue":3}]}}""")]
    [InlineData("""{"operation":"adaptive-streaming","definition":12,"subtitleSet":["s1","s2"]}""", """{"MediaProcessTask":{"AdaptiveDynamicStreamingTaskSet":[{"Definition":12,"SubtitleSet":["s1","s2"]}]}}""")]
    [InlineData("""{"operation":"ai-analysis","definition":10,"tasksNotifyMode":"Change"}""", """{"AiAnalysisTask":{"Definition":10},"TasksNotifyMode":"Change"}""")]
    [InlineData("""{"operation":"ai-recognition","definition":10}""", """{"AiRecognitionTask":{"Definition":10}}""")]
    [InlineData("""{"operation":"ai-review","definition":10,"sessionContext":"c"}""", """{"AiContentReviewTask":{"Definition":10},"SessionContext":"c"}""")]
    public Task Process_media(string input, string body) => SameAsync("tencent.process", input, "ProcessMedia", body, fileId: true);

    [Fact]
    public Task Procedure_has_an_action_of_its_own() =>
        SameAsync("tencent.process", """{"operation":"procedure","procedure":"LongVideoPreset"}""", "ProcessMediaByProcedure", """{"ProcedureName":"LongVideoPreset"}""", fileId: true);

    [Theory]
    [InlineData("""{"prompt":"a tree"}""", """{"ModelName":"Hunyuan","ModelVersion":"3.0","Prompt":"a tree"}""")]
    [InlineData("""{"prompt":"a tree","model":"Kling","modelVersion":"3.0","outputResolution":"2K","outputStorageMode":"Permanent","outputPersonGeneration":"Allow Adult","inputRegion":"Oversea"}""", """{"ModelName":"Kling","ModelVersion":"3.0","Prompt":"a tree","OutputConfig":{"StorageMode":"Permanent","Resolution":"2k","PersonGeneration":"AllowAdult"},"InputRegion":"Oversea"}""")]
    [InlineData("""{"fileId":"123456","fileText":"the cat","model":"GEM"}""", """{"ModelName":"GEM","ModelVersion":"2.5","FileInfos":[{"Type":"File","FileId":"123456","Text":"the cat"}]}""")]
    [InlineData("""{"prompt":"p","model":"Vidu","fileInfos":[{"FileId":"1"},{"Url":"https://e.com/a.png"}]}""", """{"ModelName":"Vidu","ModelVersion":"q2","Prompt":"p","FileInfos":[{"Type":"File","FileId":"1"},{"Type":"Url","Url":"https://e.com/a.png"}]}""")]
    public Task Image_generation(string input, string body) => SameAsync("tencent.aigc-image", input, "CreateAigcImageTask", body);

    [Theory]
    [InlineData("""{"model":"Kling","prompt":"p","outputDuration":5,"enhancePrompt":"Enabled"}""", """{"ModelName":"Kling","ModelVersion":"2.1","Prompt":"p","EnhancePrompt":"Enabled","OutputConfig":{"Duration":5}}""")]
    [InlineData(
        """{"model":"Kling","modelVersion":"O1","prompt":"<<<element_1>>>dances <<<element_2>>>runs","elementIds":["865750283577090106","865750283577090107"]}""",
        """{"ModelName":"Kling","ModelVersion":"O1","Prompt":"<<<element_1>>>dances <<<element_2>>>runs","ExtInfo":"{\"AdditionalParameters\":\"{\\\"element_list\\\":[{\\\"element_id\\\":865750283577090106},{\\\"element_id\\\":865750283577090107}]}\"}"}""")]
    [InlineData("""{"model":"Kling","modelVersion":"2.1","fileUrl":"https://e.com/a.png","lastFrameFileId":"77","outputResolution":"1080P"}""", """{"ModelName":"Kling","ModelVersion":"2.1","FileInfos":[{"Type":"Url","Url":"https://e.com/a.png"}],"OutputConfig":{"Resolution":"1080P"},"LastFrameFileId":"77"}""")]
    [InlineData("""{"model":"Vidu","prompt":"p","sceneType":"subject_reference","subjectInfos":[{"Id":"a","ImageUrls":["https://e.com/a.png"]}]}""", """{"ModelName":"Vidu","ModelVersion":"q2","Prompt":"p","SceneType":"subject_reference","SubjectInfos":[{"Id":"a","ImageUrls":["https://e.com/a.png"]}]}""")]
    public Task Video_generation(string input, string body) => SameAsync("tencent.aigc-video", input, "CreateAigcVideoTask", body);

    [Theory]
    [InlineData("""{"sceneType":"change_clothes","inputFiles":["File:1"],"clothesFiles":["Url:https://e.com/c.png"],"changePrompt":"red","encodeFormat":"PNG","resolution":"2K"}""", """{"SceneInfo":{"Type":"change_clothes","ChangeClothesConfig":{"ClothesFileInfos":[{"Type":"Url","Url":"https://e.com/c.png"}],"Prompt":"red"}},"FileInfos":[{"Type":"File","FileId":"1"}],"OutputConfig":{"EncodeConfig":{"Format":"PNG"},"Resolution":"2K"}}""")]
    [InlineData("""{"sceneType":"product_image","inputFiles":["File:1","File:2"],"productPrompt":"on a table","outputImageCount":2}""", """{"SceneInfo":{"Type":"product_image","ProductImageConfig":{"Prompt":"on a table","OutputImageCount":2}},"FileInfos":[{"Type":"File","FileId":"1"},{"Type":"File","FileId":"2"}]}""")]
    [InlineData("""{"sceneType":"outpainting","inputFiles":["File:1"],"imageWidth":800,"imageHeight":600}""", """{"SceneInfo":{"Type":"outpainting"},"FileInfos":[{"Type":"File","FileId":"1"}],"OutputConfig":{"ImageWidth":800,"ImageHeight":600}}""")]
    public Task Scene_pictures(string input, string body) => SameAsync("tencent.scene-image", input, "CreateSceneAigcImageTask", body);

    [Theory]
    [InlineData("""{"inputFiles":["File:1"],"cameraMovement":"Zoom Out","duration":6,"aspectRatio":"9:16"}""", """{"SceneInfo":{"Type":"product_showcase","ProductShowcaseConfig":{"CameraMovement":"ZoomOut"}},"FileInfos":[{"Type":"File","FileId":"1"}],"OutputConfig":{"AspectRatio":"9:16","Duration":6}}""")]
    [InlineData("""{"inputFiles":["File:1"],"cameraMovement":"Auto Match","prompt":"slow"}""", """{"SceneInfo":{"Type":"product_showcase","ProductShowcaseConfig":{"CameraMovement":"AutoMatch"}},"FileInfos":[{"Type":"File","FileId":"1"}],"Prompt":"slow"}""")]
    public Task Product_films(string input, string body) => SameAsync("tencent.scene-video", input, "CreateSceneAigcVideoTask", body);

    [Theory]
    [InlineData("""{"operation":"understand","fileId":"1"}""", """{"FileId":"1","ImageTaskInput":{"Definition":14,"ExtendedParameter":{"Prompts":["Understand this image"]}}}""")]
    [InlineData("""{"operation":"understand","url":"https://e.com/a.png","prompt":"what?","model":"gemini-2.5-flash"}""", """{"Url":"https://e.com/a.png","ImageTaskInput":{"Definition":14,"ExtendedParameter":{"Prompts":["what?"]}},"ExtInfo":"{\"ModelName\":\"Google/gemini-2.5-flash\"}"}""")]
    [InlineData("""{"operation":"template","fileId":"1","templateId":30023,"outputName":"n"}""", """{"FileId":"1","ImageTaskInput":{"Definition":30023},"OutputConfig":{"MediaName":"n"}}""")]
    public Task Image_processing(string input, string body) => SameAsync("tencent.image-process", input, "ProcessImageAsync", body);

    [Fact]
    public async Task Super_resolution_looks_for_its_template_and_makes_it_when_there_is_none()
    {
        const string Input = """{"operation":"super-resolution","fileId":"1","mode":"fixed","width":800,"height":600,"outputFormat":"WebP"}""";
        var plan = await _lab.Runner.PlanAsync("tencent.image-process", Input);
        Assert.Equal(
            ["DescribeProcessImageAsyncTemplates", "CreateProcessImageAsyncTemplate", "ProcessImageAsync", "DescribeTaskDetail"],
            plan.Select(r => r.Headers["X-TC-Action"]));
        Assert.Equal(["ProcessImageAsync"], plan.Where(r => r.Charged).Select(r => r.Headers["X-TC-Action"]));
        var name = plan[1].Body!["Name"]!.ToString();
        Assert.StartsWith("mediaflows fixed super ", name, StringComparison.Ordinal);
        Assert.InRange(name.Length, 24, 64);
        await SameAsync(
            "tencent.image-process",
            Input,
            "CreateProcessImageAsyncTemplate",
            """{"Name":"NAME","ProcessImageConfigure":{"EncodeConfig":{"Format":"WebP"},"EnhanceConfig":{"AdvancedSuperResolution":{"Switch":"ON","Type":"super","Mode":"fixed","Width":800,"Height":600}}}}""".Replace("NAME", name, StringComparison.Ordinal),
            session: false);
    }

    [Fact]
    public Task Knowledge_import() => SameAsync("tencent.import-knowledge", """{"fileId":"1"}""", "ImportMediaKnowledge", """{"FileId":"1","Definition":100}""", session: false);

    [Fact]
    public async Task A_plan_shows_the_whole_way_of_a_local_file_and_no_secret()
    {
        _lab.Runner.Media.Blobs["a.mp4"] = new byte[10];
        var plan = await _lab.Runner.PlanAsync("tencent.process", """{"operation":"transcode","source":{"blob":"a.mp4"}}""");

        Assert.Equal(["ApplyUpload", null, "CommitUpload", "ProcessMedia", "DescribeTaskDetail"], plan.Select(r => r.Headers.GetValueOrDefault("X-TC-Action")));
        Assert.Equal(["ProcessMedia"], plan.Where(r => r.Charged).Select(r => r.Headers["X-TC-Action"]));
        Assert.Equal("{FileId of upload 1}", plan[3].Body!["FileId"]!.ToString());
        Assert.All(plan, r => Assert.Equal("***", r.Headers["Authorization"]));
        Assert.Empty(_lab.Cloud.Requests);
    }

    [Fact]
    public async Task A_signed_link_is_redacted_in_a_plan()
    {
        var plan = await _lab.Runner.PlanAsync("tencent.pull-upload", """{"url":"https://e.com/a.mp4?sign=canary"}""");

        Assert.Equal("https://e.com/a.mp4?sign=***", plan[0].Body!["MediaUrl"]!.ToString());
    }

    private async Task SameAsync(string flow, string input, string action, string expected, bool fileId = false, bool session = true)
    {
        var given = JsonNode.Parse(input)!.AsObject();
        var wanted = JsonNode.Parse(expected)!.AsObject();
        if (fileId) (given["fileId"], wanted["FileId"]) = ("528548548798000001", "528548548798000001");
        wanted["SubAppId"] = 1500000001;
        if (session) wanted["SessionId"] = "{SessionId}";

        var body = await _lab.PlannedBodyAsync(flow, given.ToJsonString(), action);

        Assert.True(JsonNode.DeepEquals(wanted, body), $"expected {wanted.ToJsonString()}\nactual   {body.ToJsonString()}");
        Assert.Empty(_lab.Cloud.Requests);
    }
}
