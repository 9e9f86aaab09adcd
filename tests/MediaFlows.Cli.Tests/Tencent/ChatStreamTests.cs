using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Cli.Tests.Tencent;

/// <summary>A chat that breaks off while it is read along: what came stays, what happened is said, and the end is not taken for success.</summary>
[Collection(TencentWorld.Alone)]
public sealed class ChatStreamTests(TencentWorld world) : IClassFixture<TencentWorld>
{
    [Theory]
    [InlineData("chatBreakNext", "2", "You said:", "The chat gateway's stream ended before its end mark.")]
    [InlineData("chatErrorNext", "overloaded", "You", "The chat gateway broke the answer off: overloaded")]
    public async Task On_the_command_line(string knob, string value, string received, string message)
    {
        Break(knob, value);
        var before = world.Cloud.Charges.Count;
        var file = Path.Combine(world.Folder, "answer.txt");

        var run = await TencentWorld.RunAsync("tencent", "aigc-chat", "stream", "--message", "one two three", "--output-file", file);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(received + Environment.NewLine, run.Output, StringComparison.Ordinal);
        Assert.Equal(message, run.Json["error"]!.ToString());
        Assert.Equal(received, run.Json["received"]!.ToString());
        Assert.Contains("may have been charged", run.Json["hint"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(received, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(before + 1, world.Cloud.Charges.Count);
    }

    [Theory]
    [InlineData("chatBreakNext", "2", "You said:", "The chat gateway's stream ended before its end mark.")]
    [InlineData("chatErrorNext", "overloaded", "You", "The chat gateway broke the answer off: overloaded")]
    public async Task Over_HTTP(string knob, string value, string received, string message)
    {
        Break(knob, value);

        var events = await ReadAsync();

        Assert.Equal("error", events[^1].Type);
        Assert.Equal(message, events[^1].Data["message"]!.ToString());
        Assert.Equal("tencent", events[^1].Data["provider"]!.ToString());
        Assert.Equal(received, string.Concat(events.SkipLast(1).Select(e => e.Data["choices"]![0]!["delta"]!["content"]!.ToString())));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_before_its_first_word_is_a_plain_failure_that_may_have_been_charged()
    {
        Break("chatBreakNext", "0");
        var run = await TencentWorld.RunAsync("tencent", "aigc-chat", "stream", "--message", "one");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("The chat call: tencent gave no answer", run.Json["error"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("it charges", run.Json["hint"]!.ToString(), StringComparison.Ordinal);
        Assert.False(run.Json.ContainsKey("received"));

        Break("chatBreakNext", "0");
        using var answer = await SendAsync();
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.True((int)answer.StatusCode >= 500, problem.ToJsonString());
        Assert.Equal("MF3005", problem["code"]!.ToString());
        Assert.Contains("it charges", problem["hint"]!.ToString(), StringComparison.Ordinal);
    }

    // A dropped line may take with it what was not read yet, so each word is given the time to arrive.
    private void Break(string knob, string value)
    {
        world.Cloud.Knobs["chatWordSeconds"] = 0.3;
        world.Cloud.Knobs[knob] = value;
    }

    private async Task<List<(string Type, JsonObject Data)>> ReadAsync()
    {
        using var answer = await SendAsync();
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var events = new List<(string, JsonObject)>();
        var type = "message";
        foreach (var line in (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n'))
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) type = line[7..].Trim();
            if (line.StartsWith("data: ", StringComparison.Ordinal)) events.Add((type, (JsonObject)JsonNode.Parse(line[6..])!));
        }

        return events;
    }

    private Task<HttpResponseMessage> SendAsync()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/queries/tencent.aigc-chat") { Content = JsonContent.Create(new JsonObject { ["message"] = "one two three" }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        return world.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
