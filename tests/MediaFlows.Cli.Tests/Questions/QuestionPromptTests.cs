using System.Text.Json.Nodes;
using MediaFlows.Cli.Commands;
using MediaFlows.Cli.Tests.Tencent;

namespace MediaFlows.Cli.Tests.Questions;

/// <summary>What a person types at an open question arrives as the kind of value that the flow takes.</summary>
[Collection(TencentWorld.Alone)]
public sealed class QuestionPromptTests(TencentWorld world) : IClassFixture<TencentWorld>
{
    [Theory]
    [InlineData("string", "10", "\"10\"")]
    [InlineData(null, "true", "\"true\"")]
    [InlineData("integer", "10", "10")]
    [InlineData("number", "2.5", "2.5")]
    [InlineData("boolean", "true", "true")]
    [InlineData("object", "clips/a.mp4", """{"file":"clips/a.mp4"}""")]
    [InlineData("object", "https://e.com/a.mp4", """{"url":"https://e.com/a.mp4"}""")]
    public void A_typed_answer_has_its_type(string? type, string typed, string value)
    {
        var input = Ask(Question(type), typed);

        Assert.Equal(value, input["field"]!.ToJsonString());
    }

    [Theory]
    [InlineData("integer", "ten", "A whole number is needed, such as 10.")]
    [InlineData("integer", "2.5", "A whole number is needed, such as 10.")]
    [InlineData("number", "2,5", "A number is needed, such as 2.5.")]
    [InlineData("boolean", "yes", "true or false is needed.")]
    public void An_answer_that_does_not_fit_is_asked_for_again(string type, string wrong, string message)
    {
        var console = new ScriptedConsole(wrong, type == "boolean" ? "false" : "7");
        var input = new JsonObject();

        QuestionPrompt.Ask(Question(type), input, console);

        Assert.Contains(message, console.Shown, StringComparison.Ordinal);
        Assert.Equal(type == "boolean" ? "false" : "7", input["field"]!.ToJsonString());
        Assert.True(console.Finished);
    }

    [Fact]
    public void A_list_takes_one_value_a_line_commas_and_all() =>
        Assert.Equal("""["File:a, b.png","Url:https://e.com/c.png"]""", Ask(Question("array"), "File:a, b.png", "Url:https://e.com/c.png", "")["field"]!.ToJsonString());

    [Theory]
    [InlineData("string", "\"20\"")]
    [InlineData("integer", "20")]
    [InlineData("array", "[\"20\"]")]
    [InlineData(null, "20")]
    public void A_chosen_answer_has_its_type(string? type, string value)
    {
        var question = Question(type);
        question["options"] = new JsonArray(new JsonObject { ["label"] = "One", ["value"] = "10" }, new JsonObject { ["label"] = "Two", ["value"] = "20" });

        Assert.Equal(value, Ask(question, "↓")["field"]!.ToJsonString());
    }

    [Theory]
    [InlineData("tencent.process", """{"operation":"cover-by-snapshot","fileId":"1"}""", "definition integer,positionType string,positionValue number", "|↓|12.5")]
    [InlineData("tencent.scene-image", """{"sceneType":"change_clothes"}""", "inputFiles array,clothesFiles array", "File:1||File:2|Url:https://e.com/a.png|")]
    [InlineData("tencent.image-process", """{"operation":"template","fileId":"1"}""", "templateId integer", "14")]
    [InlineData("tencent.import-knowledge-batch", "{}", "fileIds array", "1|2|")]
    [InlineData("tencent.upload", "{}", "source object", "blob:question.mp4")]
    [InlineData("tencent.custom-element", """{"elementName":"n","elementDescription":"d","referenceType":"video_refer"}""", "elementVideoList string", """{"refer_videos":[{"video_url":"https://e.com/1.mp4"}]}""")]
    public async Task A_host_says_the_types_and_accepts_what_is_answered_by_them(string flow, string input, string types, string typed)
    {
        await world.Client.PutAsync("/api/media/question.mp4", new ByteArrayContent(new byte[10]), TestContext.Current.CancellationToken);
        var given = JsonNode.Parse(input)!.AsObject();
        var (status, problem) = await world.PostAsync("/api/flows/" + flow, given);
        Assert.Equal(422, status);
        var questions = problem["questions"]!.AsArray().Select(q => q!.AsObject()).ToList();
        Assert.Equal(types.Split(','), questions.Select(q => $"{q["field"]} {q["type"]}"));

        var console = new ScriptedConsole(typed.Split('|'));
        foreach (var question in questions) QuestionPrompt.Ask(question, given, console);

        Assert.True(console.Finished);
        var (again, answer) = await world.PostAsync("/api/flows/" + flow, given);
        Assert.True(again == 202, answer.ToJsonString());
    }

    [Fact]
    public async Task Look_ups_say_the_types_too()
    {
        var (_, problem) = await world.PostAsync("/api/queries/tencent.aigc-token-create", new JsonObject());

        Assert.Equal("boolean", problem["questions"]![0]!["type"]!.ToString());
    }

    private static JsonObject Question(string? type) => new() { ["field"] = "field", ["text"] = "What [is] it?", ["options"] = new JsonArray(), ["type"] = type };

    private static JsonObject Ask(JsonObject question, params string[] lines)
    {
        var console = new ScriptedConsole(lines);
        var input = new JsonObject();
        QuestionPrompt.Ask(question, input, console);
        Assert.True(console.Finished);
        return input;
    }
}
