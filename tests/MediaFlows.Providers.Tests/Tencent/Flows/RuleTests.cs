using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.Tests.Tencent.Flows;

/// <summary>Each rule with its message; nothing is sent.</summary>
public sealed class RuleTests : IAsyncLifetime
{
    private TencentLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await TencentLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Theory]
    [InlineData("tencent.upload", """{"source":{"url":"https://e.com/a.mp4"}}""", "source", "A link is not uploaded but fetched by the service: use tencent.pull-upload.")]
    [InlineData("tencent.upload", """{"source":{"blob":"a.mp4"},"sourceContext":"LONG251"}""", "sourceContext", "sourceContext has 251 characters; at most 250 are allowed.")]
    [InlineData("tencent.upload", """{"source":{"blob":"a.mp4"},"mediaStoragePath":"x/y.mp4"}""", "mediaStoragePath", "The path in storage starts with a slash.")]
    [InlineData("tencent.upload", """{"source":{"blob":"a.mp4"},"coverType":"jpg"}""", "coverType", "There is no cover that this type could belong to.")]
    [InlineData("tencent.upload", """{"source":{"blob":"a.mp4"},"cover":{"blob":"a.mp4"}}""", "cover", "'.mp4' is no type that a cover may have.")]
    [InlineData("tencent.upload", """{"source":{"blob":"empty.mp4"}}""", "source", "The file is empty, or its length is not known.")]
    [InlineData("tencent.upload", """{"source":{"blob":"a.mp4"},"subAppId":1,"appName":"x"}""", "appName", "Give the sub-application either by id or by name.")]
    [InlineData("tencent.pull-upload", """{"url":"C:/a.mp4"}""", "url", "The link must start with http:// or https://. A local file is uploaded by tencent.upload.")]
    [InlineData("tencent.pull-upload", """{"url":"https://e.com/a"}""", "mediaType", "The link does not show its type: give one such as mp4.")]
    [InlineData("tencent.pull-upload", """{"url":"https://e.com/a.mpd"}""", "url", "DASH playlists cannot be fetched; HLS ones can.")]
    [InlineData("tencent.pull-upload", """{"url":"https://e.com/a.mp4","tasksPriority":11}""", "tasksPriority", "tasksPriority is 11; it must be from -10 to 10.")]
    [InlineData("tencent.upload", """{"source":{"blob":"raw"}}""", "source", "The name of the file does not show its type. An upload can be given one, such as mp4.")]
    [InlineData("tencent.upload", """{"source":{"blob":"a.mp4"},"mediaType":"exe"}""", "source", "'.exe' is no media type that is taken. There are: mp4 flv avi mkv mov wmv webm ts m3u8 mpg mpeg mp3 aac flac wav ogg m4a wma jpg jpeg png gif bmp webp.")]
    [InlineData("tencent.pull-upload", """{"url":"https://e.com/a.mp4","coverUrl":"https://e.com/a.bmp?x=1"}""", "coverUrl", "'.bmp' is no type of a cover that is fetched. There are: gif, jpeg, png.")]
    [InlineData("tencent.process", """{"operation":"transcode","mediaStoragePath":"a.mp4"}""", "mediaStoragePath", "The path in storage starts with a slash.")]
    [InlineData("tencent.image-process", """{"operation":"super-resolution","fileId":"1","mode":"aspect","longSide":5000}""", "longSide", "longSide is 5000; it must be from 1 to 4096.")]
    [InlineData("tencent.image-process", """{"operation":"understand","fileId":"1","extInfo":"x"}""", "extInfo", "extInfo must be the text of a JSON object.")]
    [InlineData("tencent.search-media-by-semantics", """{"text":"a","tags":["123456789012345678901234567890123"]}""", "tags", "tags has 33 characters; at most 32 are allowed.")]
    [InlineData("tencent.process", """{"operation":"convert","fileId":"1"}""", "operation", "'convert' is no operation. There are: procedure, transcode, remux, enhance, scene-transcode, snapshot, sample-snapshot, image-sprite, gif, cover-by-snapshot, adaptive-streaming, ai-analysis, ai-recognition, ai-review.")]
    [InlineData("tencent.process", """{"operation":"transcode","fileId":"1","priority":"best"}""", "priority", "priority belongs to scene-transcode only. The place in the service's queue is tasksPriority (-10 to 10).")]
    [InlineData("tencent.process", """{"operation":"transcode","fileId":"1","scene":"feed"}""", "scene", "scene belongs to scene-transcode and enhance; transcode takes quality. They are different features.")]
    [InlineData("tencent.process", """{"operation":"scene-transcode","fileId":"1","scene":"feed","quality":"hd"}""", "quality", "quality belongs to transcode; a scene transcode takes scene, resolution and priority. They are different features.")]
    [InlineData("tencent.process", """{"operation":"transcode","fileId":"1","quality":"HD"}""", "quality", "'HD' is not a value of quality; upper and lower case matter: write hd.")]
    [InlineData("tencent.process", """{"operation":"remux","fileId":"1","targetFormat":"avi"}""", "targetFormat", "'avi' is not a value of targetFormat. There are: mp4, hls.")]
    [InlineData("tencent.process", """{"operation":"image-sprite","fileId":"1","definition":10,"watermarkSet":[1]}""", "watermarkSet", "Image sprites take no watermarks.")]
    [InlineData("tencent.process", """{"operation":"snapshot","fileId":"1","definition":10,"extTimeOffsetSet":["5m"]}""", "extTimeOffsetSet", "'5m' is no time of a snapshot: write seconds as 3.5s or percent as 10% (or 10pct).")]
    [InlineData("tencent.process", """{"operation":"cover-by-snapshot","fileId":"1","definition":10,"positionType":"Percent","positionValue":120}""", "positionValue", "positionValue is 120; it must be from 0 to 100.")]
    [InlineData("tencent.process", """{"operation":"transcode","fileId":"1","source":{"blob":"a.mp4"}}""", "fileId", "Give either the id of a media or a file to upload, not both.")]
    [InlineData("tencent.process", """{"operation":"transcode","fileId":"1","mediaStoragePath":"/a"}""", "mediaStoragePath", "Name the media either by its id or by its path in storage.")]
    [InlineData("tencent.process", """{"operation":"transcode","fileId":"1","sessionId":"LONG51"}""", "sessionId", "sessionId has 51 characters; at most 50 are allowed.")]
    [InlineData("tencent.process", """{"operation":"transcode","fileId":"1","extInfo":"[1]"}""", "extInfo", "extInfo must be the text of a JSON object.")]
    [InlineData("tencent.process", """{"operation":"ai-review","fileId":"1","definition":10,"tasksNotifyMode":"finish"}""", "tasksNotifyMode", "'finish' is not a value of tasksNotifyMode; upper and lower case matter: write Finish.")]
    [InlineData("tencent.image-process", """{"operation":"super-resolution","fileId":"1","templateId":3,"mode":"percent"}""", "mode", "Mode, size, strength and encoding make a new template; they do not go with an existing template.")]
    [InlineData("tencent.image-process", """{"operation":"super-resolution","fileId":"1","mode":"fixed"}""", "width", "mode fixed needs width and height.")]
    [InlineData("tencent.image-process", """{"operation":"understand","fileId":"1","url":"https://e.com/a.png"}""", "fileId", "Give the picture once: its id, a link, a file, or Base64.")]
    [InlineData("tencent.image-process", """{"operation":"understand","base64":"data:image/png;base64,AA"}""", "base64", "Leave out the data: prefix.")]
    [InlineData("tencent.aigc-image", """{"prompt":"p","model":"Kling O1"}""", "model", "'Kling O1' holds a name and a version. They are separate: model Kling, modelVersion O1.")]
    [InlineData("tencent.aigc-image", """{"prompt":"p","model":"kling"}""", "model", "'kling' is not a model; upper and lower case matter: write Kling.")]
    [InlineData("tencent.aigc-image", """{"prompt":"p","outputStorageMode":"permanent"}""", "outputStorageMode", "'permanent' is not a value of outputStorageMode; upper and lower case matter: write Permanent.")]
    [InlineData("tencent.aigc-image", """{"prompt":"p","enhancePrompt":"true"}""", "enhancePrompt", "'true' is not a value of enhancePrompt. There are: Enabled, Disabled.")]
    [InlineData("tencent.aigc-image", """{"prompt":"p","inputRegion":"mainland"}""", "inputRegion", "'mainland' is not a value of inputRegion; upper and lower case matter: write Mainland.")]
    [InlineData("tencent.aigc-image", """{"prompt":"p","outputPersonGeneration":"allow adult"}""", "outputPersonGeneration", "'allow adult' is not a value of outputPersonGeneration; upper and lower case matter: write AllowAdult.")]
    [InlineData("tencent.aigc-image", """{"prompt":"p","fileId":"1","fileUrl":"https://e.com/a.png"}""", "fileId", "One reference file is given by id or by link; several go into fileInfos.")]
    [InlineData("tencent.aigc-image", """{"prompt":"p","fileInfos":[{"FileId":"1"},{"FileId":"2"}]}""", "fileInfos", "Hunyuan takes at most 1 reference files; 2 are given.")]
    [InlineData("tencent.aigc-image", """{"prompt":"p","fileId":"1","fileText":"t"}""", "fileText", "Hunyuan takes no text with a reference file.")]
    [InlineData("tencent.aigc-image", """{"prompt":"p","fileIds":["1"]}""", "fileIds", null)]
    [InlineData("tencent.aigc-image", """{"prompt":"p","fileInfos":[{"Base64":"data:image/png;base64,AA"}]}""", "fileInfos", "Leave out the data: prefix of Base64.")]
    [InlineData("tencent.aigc-image", """{"prompt":"p","outputExpireTime":"tomorrow"}""", "outputExpireTime", "'tomorrow' is no time: write it as 2026-01-31T08:00:00Z or 2026-01-31T08:00:00+08:00.")]
    [InlineData("tencent.upload", """{"source":{"blob":"a.mp4"},"expireTime":"2026-01-31"}""", "expireTime", "'2026-01-31' is no time: write it as 2026-01-31T08:00:00Z or 2026-01-31T08:00:00+08:00.")]
    [InlineData("tencent.pull-upload", """{"url":"https://e.com/a.mp4","mediaStoragePath":"x/y.mp4"}""", "mediaStoragePath", "The path in storage starts with a slash.")]
    [InlineData("tencent.image-process", """{"operation":"understand","fileId":"1","model":"Gemini-3-pro"}""", "model", "'Gemini-3-pro' is not a model; upper and lower case matter: write gemini-3-pro.")]
    [InlineData("tencent.search-media", """{"names":["a"],"createAfter":"yesterday"}""", "createAfter", "'yesterday' is no time: write it as 2026-01-31T08:00:00Z or 2026-01-31T08:00:00+08:00.")]
    [InlineData("tencent.search-media", """{"status":["normal"]}""", "status", "'normal' is not a value of status; upper and lower case matter: write Normal.")]
    [InlineData("tencent.aigc-token-usage", """{"type":"Video","start":"2024-06-01","end":"2024-06-02"}""", "start", "Usage is told for the last 365 days.")]
    [InlineData("tencent.aigc-video", """{"model":"Kling","prompt":"p","lastFrameFileId":"1"}""", "lastFrameFileId", "A last frame needs a first one: give it as a reference file.")]
    [InlineData("tencent.aigc-video", """{"model":"Kling","fileId":"1","lastFrameFileId":"2","outputResolution":"720P"}""", "outputResolution", "Kling 2.1 with a last frame needs the resolution 1080P.")]
    [InlineData("tencent.aigc-video", """{"model":"OS","fileId":"1","lastFrameFileId":"2"}""", "lastFrameFileId", "OS 2.0 takes no last frame.")]
    [InlineData("tencent.aigc-video", """{"model":"GV","fileInfos":[{"FileId":"1"},{"FileId":"2"}],"lastFrameFileId":"3"}""", "lastFrameFileId", "GV takes a last frame with one reference file only.")]
    [InlineData("tencent.aigc-video", """{"model":"Hailuo","modelVersion":"2.3-fast","prompt":"p"}""", "fileInfos", "Hailuo 2.3-fast works from a picture: give one.")]
    [InlineData("tencent.aigc-video", """{"model":"Kling","prompt":"p","sceneType":"subject_reference"}""", "sceneType", "'subject_reference' is not a value of sceneType. There are: motion_control, avatar_i2v, lip_sync.")]
    [InlineData("tencent.aigc-video", """{"model":"Kling","modelVersion":"O1","prompt":"use element to dance","elementIds":["1"]}""", "prompt", "The prompt must name the elements as <<<element_1>>>, <<<element_2>>> and so on, in the order of their ids; words such as 'element' or 'character' do not stand for them. Example: <<<element_1>>>dances <<<element_2>>>runs.")]
    [InlineData("tencent.aigc-video", """{"model":"Kling","modelVersion":"O1","prompt":"<<<element_1>>> and <<<element_3>>>","elementIds":["1","2"]}""", "prompt", "The prompt names <<<element_3>>>, but there are 2 elements. The prompt does not name <<<element_2>>>; every element that is given must be used.")]
    [InlineData("tencent.aigc-video", """{"model":"Kling","modelVersion":"O1","prompt":"<<<element_1>>>"}""", "prompt", "The prompt names custom elements, but none are given.")]
    [InlineData("tencent.aigc-video", """{"model":"Kling","modelVersion":"2.1","prompt":"<<<element_1>>>","elementIds":["1"]}""", "elementIds", "Custom elements go with Kling O1 and Kling 3.0-Omni only.")]
    [InlineData("tencent.scene-image", """{"sceneType":"outpainting","inputFiles":["File:1"],"changePrompt":"p"}""", "changePrompt", "changePrompt belongs to change_clothes, not to outpainting.")]
    [InlineData("tencent.scene-image", """{"sceneType":"change_clothes","inputFiles":["File:1"],"clothesFiles":["File:2"],"productPrompt":"p"}""", "productPrompt", "productPrompt belongs to product_image, not to change_clothes.")]
    [InlineData("tencent.scene-image", """{"sceneType":"change_clothes","inputFiles":["File:1","File:2"],"clothesFiles":["File:3"]}""", "inputFiles", "change_clothes takes exactly one picture.")]
    [InlineData("tencent.scene-image", """{"sceneType":"product_image","inputFiles":["https://e.com/a.png"]}""", "inputFiles", "'https://e.com/a.png' must be written File:<id> or Url:<link>.")]
    [InlineData("tencent.scene-image", """{"sceneType":"product_image","inputFiles":["File:1"],"prompt":"p"}""", "prompt", null)]
    [InlineData("tencent.scene-video", """{"inputFiles":["File:1"],"cameraMovement":"zoomout"}""", "cameraMovement", "'zoomout' is not a value of cameraMovement; upper and lower case matter: write ZoomOut.")]
    [InlineData("tencent.scene-video", """{"inputFiles":["File:1"],"duration":5}""", "duration", "A product film is 4, 6 or 8 seconds long, not 5.")]
    [InlineData("tencent.import-knowledge", """{"fileId":"1","sessionId":"s"}""", "sessionId", "A knowledge import takes no session; it is looked up by its media when an answer is lost.")]
    [InlineData("tencent.import-knowledge-batch", """{"fileIds":["a.mp4"]}""", "fileIds", "'a.mp4' is no id of a media; a batch takes ids only.")]
    [InlineData("tencent.custom-element", """{"elementName":"n","elementDescription":"d","referenceType":"image_refer","elementVoiceId":"v","elementImageList":"{\"frontal_image\":\"https://e.com/f.png\",\"refer_images\":[{\"image_url\":\"https://e.com/1.png\"}]}"}""", "elementVoiceId", "A voice goes with an element from a clip only (video_refer).")]
    [InlineData("tencent.custom-element", """{"elementName":"n","elementDescription":"d","referenceType":"image_refer","elementImageList":"{\"frontal_image\":\"https://e.com/f.png\",\"refer_images\":[]}"}""", "elementImageList", """One picture from the front and one to three others are needed: {"frontal_image":"https://…","refer_images":[{"image_url":"https://…"}]}.""")]
    [InlineData("tencent.custom-element", """{"elementName":"n","elementDescription":"d","referenceType":"video_refer","elementVideoList":"{\"refer_videos\":[{\"video_url\":\"https://e.com/1.mp4\"},{\"video_url\":\"https://e.com/2.mp4\"}]}"}""", "elementVideoList", """Exactly one clip is needed: {"refer_videos":[{"video_url":"https://…"}]}.""")]
    [InlineData("tencent.custom-element", """{"elementName":"a name that is much too long","elementDescription":"d","referenceType":"video_refer","elementVideoList":"{\"refer_videos\":[{\"video_url\":\"https://e.com/1.mp4\"}]}"}""", "elementName", "elementName has 28 characters; at most 20 are allowed.")]
    [InlineData("tencent.describe-media", """{"fileId":["1"],"filters":["BasicInfo"]}""", "filters", "'BasicInfo' is not a value of filters; upper and lower case matter: write basicInfo.")]
    [InlineData("tencent.search-media", """{}""", "names", "Give at least one condition: names, ids, tags, categories …")]
    [InlineData("tencent.search-media", """{"names":["a"],"offset":4995,"limit":10}""", "offset", "Only the first 5000 hits can be read.")]
    [InlineData("tencent.search-media", """{"keyword":"a"}""", "keyword", null)]
    [InlineData("tencent.search-media-by-semantics", """{"text":"a","limit":101}""", "limit", "limit is 101; it must be from 1 to 100.")]
    [InlineData("tencent.describe-sub-app-ids", """{"tag":["stage"]}""", "tag", "'stage' must be written KEY=VALUE.")]
    [InlineData("tencent.aigc-image-query", """{"taskId":"1-AigcVideoTask-2t"}""", "taskId", "This is the id of a video generation; ask for it with describe-task.")]
    [InlineData("tencent.aigc-image-query", """{"taskId":"1-SceneAigcImageTask-2t"}""", "taskId", "This is no id of an image generation; ask for it with describe-task.")]
    [InlineData("tencent.aigc-token-usage", """{"type":"video"}""", "type", "'video' is not a value of type; upper and lower case matter: write Video.")]
    [InlineData("tencent.aigc-token-usage", """{"type":"Video","start":"2025-06-01","end":"2025-12-31"}""", "start", "At most 90 days are told at a time.")]
    [InlineData("tencent.aigc-chat", """{"message":"a","messages":[{"role":"user","content":"b"}]}""", "message", "Give either one message or the whole history as messages, not both.")]
    [InlineData("tencent.aigc-chat", """{"message":"a","model":"gpt-5.1","audioBase64":"AA"}""", "model", "gpt-5.1 takes no sound and no files; Gemini models do.")]
    [InlineData("tencent.aigc-chat", """{"message":"a","model":"gemini-3-pro-preview"}""", "model", "The model gemini-3-pro-preview was withdrawn. tencent.aigc-chat-models lists the others.")]
    [InlineData("tencent.aigc-chat", """{"message":"a","temperature":3}""", "temperature", "temperature is 3; it must be from 0 to 2.")]
    public async Task A_broken_rule_says_so_and_nothing_is_sent(string name, string input, string field, string? message)
    {
        _lab.Runner.Media.Blobs["a.mp4"] = new byte[10];
        _lab.Runner.Media.Blobs["empty.mp4"] = [];
        _lab.Runner.Media.Blobs["raw"] = new byte[10];

        var given = input.Replace("LONG251", new string('x', 251), StringComparison.Ordinal).Replace("LONG51", new string('x', 51), StringComparison.Ordinal);
        var error = Assert.IsType<InvalidInputException>(await _lab.RefusedAsync(name, given));

        Assert.True(error.Fields.ContainsKey(field), $"{field} is not among {string.Join(", ", error.Fields.Keys)}: {error.Message}");
        if (message is not null) Assert.Equal(message, string.Join(' ', error.Fields[field]));
    }

    [Theory]
    [InlineData("tencent.upload", "{}", "source")]
    [InlineData("tencent.pull-upload", "{}", "url")]
    [InlineData("tencent.process", "{}", "operation,fileId")]
    [InlineData("tencent.process", """{"operation":"remux"}""", "fileId,targetFormat")]
    [InlineData("tencent.process", """{"operation":"scene-transcode","fileId":"1"}""", "scene")]
    [InlineData("tencent.process", """{"operation":"procedure","fileId":"1"}""", "procedure")]
    [InlineData("tencent.process", """{"operation":"gif","fileId":"1"}""", "definition")]
    [InlineData("tencent.process", """{"operation":"cover-by-snapshot","fileId":"1","definition":10}""", "positionType,positionValue")]
    [InlineData("tencent.process", """{"operation":"transcode","fileId":"1"}""", "")]
    [InlineData("tencent.image-process", "{}", "operation,fileId")]
    [InlineData("tencent.aigc-image", "{}", "prompt")]
    [InlineData("tencent.aigc-video", """{"prompt":"p"}""", "model")]
    [InlineData("tencent.scene-image", """{"sceneType":"change_clothes","inputFiles":["File:1"]}""", "clothesFiles")]
    [InlineData("tencent.scene-video", "{}", "inputFiles")]
    [InlineData("tencent.import-knowledge", "{}", "fileId")]
    [InlineData("tencent.custom-element", """{"elementName":"n","referenceType":"video_refer"}""", "elementDescription,elementVideoList")]
    [InlineData("tencent.describe-media", "{}", "fileId")]
    [InlineData("tencent.search-media-by-semantics", "{}", "text")]
    [InlineData("tencent.aigc-chat", "{}", "message")]
    [InlineData("tencent.aigc-token-usage", "{}", "type")]
    public async Task What_is_missing_is_asked_for_in_plain_words(string name, string input, string fields)
    {
        if (fields.Length == 0)
        {
            await _lab.Runner.PlanAsync(name, input);
            return;
        }

        var error = Assert.IsType<QuestionsException>(await _lab.RefusedAsync(name, input));

        Assert.Equal(fields.Split(','), error.Questions.Select(q => q.Field));
        Assert.All(error.Questions, q => Assert.DoesNotContain(q.Field, q.Text.Split(' ').Where(w => w.Any(char.IsUpper) && char.IsLower(w[0]))));
    }

    [Fact]
    public async Task Defaults_answer_what_has_a_recommended_value()
    {
        var plan = await _lab.Runner.PlanAsync("tencent.process", """{"operation":"gif","fileId":"1"}""", defaults: true);

        Assert.Equal(20000, (long)plan[0].Body!["MediaProcessTask"]!["AnimatedGraphicTaskSet"]![0]!["Definition"]!);
    }

    [Fact]
    public async Task A_needed_sub_application_that_is_nowhere_set_is_no_question_but_an_error()
    {
        await using var bare = await TencentLab.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["TENCENTCLOUD_VOD_SUB_APP_ID"] = null });

        var error = await bare.RefusedAsync("tencent.aigc-image", """{"prompt":"p"}""");

        Assert.Equal("This operation needs a sub-application: set TENCENTCLOUD_VOD_SUB_APP_ID, or give its id or name.", error.Message);
        Assert.False((await bare.PlannedBodyAsync("tencent.process", """{"operation":"transcode","fileId":"1"}""", "ProcessMedia")).ContainsKey("SubAppId"));
    }

    [Theory]
    [InlineData("MEDIA-DEMO", 1500000002L, null)]
    [InlineData("old mat", 1500000003L, null)]
    [InlineData("media", null, "Several sub-applications fit 'media': media-demo (1500000002), media-archive (1500000003). Give the id.")]
    [InlineData("nothing", null, "No sub-application fits 'nothing'. There are: main (1500000001), media-demo (1500000002), media-archive (1500000003).")]
    public async Task A_sub_application_is_found_by_its_name(string name, long? id, string? message)
    {
        var run = () => _lab.OutputAsync("tencent.aigc-image", $$"""{"prompt":"p","appName":"{{name}}","wait":false}""");

        if (message is not null)
        {
            Assert.Equal(message, (await Assert.ThrowsAsync<InvalidInputException>(run)).Message);
            Assert.Equal(0, _lab.Requests("CreateAigcImageTask"));
            return;
        }

        Assert.StartsWith(id + "-AigcImageTask-", (await run())["TaskId"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_looks_no_name_up_but_shows_that_it_would_be()
    {
        var plan = await _lab.Runner.PlanAsync("tencent.aigc-image", """{"prompt":"p","appName":"media-demo"}""");

        Assert.Equal(["DescribeSubAppIds", "CreateAigcImageTask", "DescribeTaskDetail"], plan.Select(r => r.Headers["X-TC-Action"]));
        Assert.Equal("finds the sub-application 'media-demo'", plan[0].Note);
        Assert.Equal("{SubAppId of media-demo}", plan[1].Body!["SubAppId"]!.ToString());
        Assert.Empty(_lab.Cloud.Requests);
    }

    [Fact]
    public async Task A_model_of_understanding_that_the_catalogue_does_not_know_warns_and_goes_through()
    {
        var plan = await _lab.Runner.PlanAsync("tencent.image-process", """{"operation":"understand","fileId":"1","model":"gemini-9"}""");

        Assert.StartsWith("The model gemini-9 is not in the catalogue of this version", plan[0].Note, StringComparison.Ordinal);
        Assert.Equal("""{"ModelName":"Google/gemini-9"}""", plan[0].Body!["ExtInfo"]!.ToString());
    }

    [Fact]
    public async Task Base64_of_more_than_seven_megabytes_together_is_refused()
    {
        var half = new string('A', 4 * 1024 * 1024);

        var error = await _lab.RefusedAsync("tencent.aigc-image", $$"""{"prompt":"p","model":"Vidu","fileInfos":[{"Base64":"{{half}}"},{"Base64":"{{half}}"}]}""");

        Assert.Equal("Reference files in Base64 may have 7 MB together; upload larger ones, or give links.", error.Message);
    }

    [Theory]
    [InlineData("""{"prompt":"p","model":"NewModel","modelVersion":"9"}""", "The model NewModel is not in the catalogue of this version; it is sent as it is.")]
    [InlineData("""{"prompt":"p","model":"Kling","modelVersion":"9"}""", "Version 9 of Kling is not in the catalogue (2.1, 3.0, 3.0-Omni); it is sent as it is.")]
    [InlineData("""{"prompt":"p","outputAspectRatio":"5:4"}""", "aspect ratio 5:4 is not documented for Hunyuan (16:9, 9:16, 1:1, 4:3, 3:4, 3:2, 2:3, 21:9); it is sent as it is.")]
    public async Task What_the_catalogue_does_not_know_warns_and_goes_through(string input, string warning)
    {
        var plan = await _lab.Runner.PlanAsync("tencent.aigc-image", input);

        Assert.Equal(warning, plan[0].Note);
    }
}
