using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Simulator.Faults;

namespace MediaFlows.Providers.Tests.Tencent.Queries;

public sealed class QueryTests : IAsyncLifetime
{
    private TencentLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await TencentLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task Describe_shows_the_chosen_parts_and_lists_unknown_ids()
    {
        var id = await _lab.AddMediaAsync();

        var answer = await _lab.AskAsync("tencent.describe-media", $$"""{"fileId":["{{id}}","1"],"filters":["metaData"]}""");

        Assert.Equal("1", answer["NotExistFileIdSet"]![0]!.ToString());
        Assert.Null(answer["MediaInfoSet"]![0]!["BasicInfo"]);
        Assert.NotNull(answer["MediaInfoSet"]![0]!["MetaData"]);
    }

    [Fact]
    public async Task Search_finds_by_name_category_and_id_and_shows_the_newest_first()
    {
        var first = await _lab.AddMediaAsync("holiday one.mp4");
        _lab.Time.Advance(TimeSpan.FromSeconds(5));
        var second = await _lab.AddMediaAsync("holiday two.mp4");
        await _lab.AddMediaAsync("song.mp3");

        var byName = await _lab.AskAsync("tencent.search-media", """{"names":["holiday"]}""");
        var byCategory = await _lab.AskAsync("tencent.search-media", """{"categories":["Audio"]}""");
        var byId = await _lab.AskAsync("tencent.search-media", $$"""{"fileIds":["{{first}}"]}""");

        Assert.Equal([second, first], byName["MediaInfoSet"]!.AsArray().Select(m => m!["FileId"]!.ToString()));
        Assert.Equal(1, (int)byCategory["TotalCount"]!);
        Assert.Equal(1, (int)byId["TotalCount"]!);
    }

    [Fact]
    public async Task Semantic_search_finds_what_was_imported()
    {
        var id = await _lab.AddMediaAsync();
        await _lab.AddMediaAsync("other.mp4");
        await _lab.OutputAsync("tencent.import-knowledge", $$"""{"fileId":"{{id}}"}""");

        var answer = await _lab.AskAsync("tencent.search-media-by-semantics", """{"text":"a boat"}""");

        Assert.Equal([id], answer["SearchResults"]!.AsArray().Select(r => r!["FileId"]!.ToString()));
    }

    [Fact]
    public async Task A_task_is_shown_as_it_stands()
    {
        var submitted = await _lab.OutputAsync("tencent.aigc-image", """{"prompt":"p","wait":false}""");
        var ask = $$"""{"taskId":"{{submitted["TaskId"]}}"}""";

        Assert.Equal("pending", (await _lab.AskAsync("tencent.describe-task", ask))["State"]!.ToString());
        _lab.Time.Advance(TimeSpan.FromMinutes(1));
        var done = await _lab.AskAsync("tencent.aigc-image-query", ask);
        Assert.Equal("done", done["State"]!.ToString());
        Assert.Single(done["Files"]!.AsArray());
        Assert.Equal("AigcImageTask", done["TaskType"]!.ToString());
    }

    [Fact]
    public async Task Sub_applications_are_listed_by_name_and_tag()
    {
        Assert.Equal(2, (int)(await _lab.AskAsync("tencent.describe-sub-app-ids", """{"name":"media"}"""))["TotalCount"]!);
        Assert.Equal(1, (int)(await _lab.AskAsync("tencent.describe-sub-app-ids", """{"tag":["stage=demo"]}"""))["TotalCount"]!);
    }

    [Fact]
    public async Task Tokens_are_created_once_asked_listed_hidden_and_deleted()
    {
        Assert.IsType<QuestionsException>(await _lab.RefusedAsync("tencent.aigc-token-create", "{}"));
        var token = (await _lab.AskAsync("tencent.aigc-token-create", """{"replace":true}"""))["ApiToken"]!.ToString();
        var listed = (await _lab.AskAsync("tencent.aigc-token-list", "{}"))["ApiTokens"]!.AsArray();
        Assert.Equal(2, listed.Count);
        Assert.DoesNotContain(token, listed.ToJsonString(), StringComparison.Ordinal);
        Assert.EndsWith(token[^4..], listed[1]!.ToString(), StringComparison.Ordinal);

        Assert.NotNull(await _lab.AskAsync("tencent.aigc-chat", $$"""{"message":"hi","token":"{{token}}"}"""));
        await _lab.AskAsync("tencent.aigc-token-delete", $$"""{"apiToken":"{{token}}"}""");
        Assert.Single((await _lab.AskAsync("tencent.aigc-token-list", "{}"))["ApiTokens"]!.AsArray());
    }

    [Fact]
    public async Task Usage_is_told_for_the_last_thirty_days_in_the_service_s_time()
    {
        await _lab.OutputAsync("tencent.aigc-video", """{"model":"Kling","prompt":"p"}""");

        var answer = await _lab.AskAsync("tencent.aigc-token-usage", """{"type":"Video"}""");

        Assert.Equal(1, (int)answer["AigcUsageDataSet"]![0]!["DataSet"]![0]!["Count"]!);
        Assert.Equal("2025-12-15T16:00:00Z", answer["AigcUsageDataSet"]![0]!["DataSet"]![0]!["Time"]!.ToString());
    }

    [Fact]
    public async Task The_three_lists_of_models_are_separate_and_need_no_call()
    {
        var chat = await _lab.AskAsync("tencent.aigc-chat-models", "{}");
        var image = await _lab.AskAsync("tencent.aigc-image-models", "{}");
        var video = await _lab.AskAsync("tencent.aigc-video-models", "{}");

        Assert.Contains("gpt-5.1", chat["models"]!.AsArray().Select(m => m!["id"]!.ToString()));
        Assert.Equal("Hunyuan", image["default"]!.ToString());
        Assert.Contains("MJ", image["models"]!.AsArray().Select(m => m!["name"]!.ToString()));
        Assert.Contains("Hailuo", video["models"]!.AsArray().Select(m => m!["name"]!.ToString()));
        Assert.Empty(_lab.Cloud.Requests);
    }

    [Fact]
    public async Task The_environment_check_shows_no_secret()
    {
        var answer = await _lab.AskAsync("tencent.load-env", "{}");

        Assert.True((bool)answer["ready"]!);
        Assert.DoesNotContain(_lab.Environment["TENCENTCLOUD_SECRET_KEY"], answer.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_lab.Environment["TENCENTCLOUD_SECRET_ID"], answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(_lab.Cloud.Requests);
    }

    [Fact]
    public async Task A_chat_takes_one_message_or_a_history()
    {
        var one = await _lab.AskAsync("tencent.aigc-chat", """{"message":"hello there","system":"be kind","thinking":true}""");
        var history = await _lab.AskAsync("tencent.aigc-chat", """{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]}""");

        Assert.Equal("You said: hello there", one["choices"]![0]!["message"]!["content"]!.ToString());
        Assert.Equal("gpt-5.1 does not take the thinking switch; it was left out.", one["warnings"]![0]!.ToString());
        Assert.Equal("You said: c", history["choices"]![0]!["message"]!["content"]!.ToString());
    }

    [Fact]
    public async Task A_chat_can_be_read_as_it_is_written()
    {
        var pieces = await _lab.StreamAsync("tencent.aigc-chat", """{"message":"one two three"}""");

        var text = string.Concat(pieces.SelectMany(p => p["choices"]!.AsArray()).Select(c => c!["delta"]!["content"]?.ToString()));
        Assert.Equal("You said: one two three", text);
        Assert.NotNull(pieces[^1]["usage"]);
        Assert.True(pieces.Count > 4);
    }

    [Theory]
    [InlineData("chatBreakNext", "2", "The chat gateway's stream ended before its end mark.")]
    [InlineData("chatErrorNext", "overloaded", "The chat gateway broke the answer off: overloaded")]
    public async Task A_stream_that_breaks_off_is_a_clear_error_after_what_came_and_is_not_asked_again(string knob, string value, string message)
    {
        _lab.Cloud.Knobs[knob] = value;
        _lab.Cloud.Knobs["chatWordSeconds"] = 1;
        var pieces = new List<JsonNode>();

        var stream = _lab.StreamAsync("tencent.aigc-chat", """{"message":"one two three"}""", pieces);
        // A dropped line may take with it what was not read yet, so each word is read before the next one is due.
        for (var word = 1; !stream.IsCompleted; word++)
        {
            while (!stream.IsCompleted && (pieces.Count < word || !(_lab.Time.NextDue - _lab.Time.GetUtcNow() <= TimeSpan.FromSeconds(1)))) await Task.Yield();
            if (!stream.IsCompleted) _lab.Time.AdvanceToNextTimer();
        }

        var error = await Assert.ThrowsAsync<OutcomeUnknownException>(() => stream);
        Assert.Equal(message, error.Error.Message);
        Assert.StartsWith("You", string.Concat(pieces.Select(p => p["choices"]![0]!["delta"]!["content"]!.ToString())), StringComparison.Ordinal);
        Assert.Equal(1, _lab.Requests("POST chat"));
        Assert.Single(_lab.Charged);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_ends_after_the_time_to_wait()
    {
        _lab.Cloud.Knobs["chatWordSeconds"] = 1000;
        var pieces = new List<JsonNode>();
        var stream = _lab.StreamAsync("tencent.aigc-chat", """{"message":"one two","timeout":30}""", pieces);
        while (pieces.Count == 0) await Task.Yield();

        _lab.Time.Advance(TimeSpan.FromSeconds(31));

        var error = await Assert.ThrowsAsync<OutcomeUnknownException>(() => stream);
        Assert.Equal("The chat gateway's stream ended before its end mark.", error.Error.Message);
    }

    [Fact]
    public async Task A_token_that_the_gateway_does_not_know_yet_is_tried_once_more()
    {
        _lab.Cloud.Knobs["tokenSyncSeconds"] = 10;
        var token = (await _lab.AskAsync("tencent.aigc-token-create", """{"replace":true}"""))["ApiToken"]!.ToString();

        var answer = await _lab.PacedAsync(_lab.AskAsync("tencent.aigc-chat", $$"""{"message":"hi","token":"{{token}}"}"""));

        Assert.NotNull(answer["choices"]);
        Assert.Equal(2, _lab.Requests("POST chat"));
    }

    [Fact]
    public async Task A_chat_beyond_the_gateway_s_rate_waits_as_long_as_it_is_told()
    {
        _lab.Cloud.Knobs["requestsPerSecond"] = 1;
        await _lab.AskAsync("tencent.aigc-chat", """{"message":"one"}""");
        var start = _lab.Time.GetUtcNow();

        await _lab.PacedAsync(_lab.AskAsync("tencent.aigc-chat", """{"message":"two"}"""));

        Assert.Equal(TimeSpan.FromSeconds(6), _lab.Time.GetUtcNow() - start);
        Assert.Equal(3, _lab.Requests("POST chat"));
        Assert.Equal(2, _lab.Cloud.Charges.Count);
    }

    [Fact]
    public async Task An_unknown_token_and_a_server_error_are_told_apart_from_the_answer_that_never_came()
    {
        var unknown = await Assert.ThrowsAsync<FlowException>(() => _lab.PacedAsync(_lab.AskAsync("tencent.aigc-chat", """{"message":"hi","token":"nonsense"}""")));
        Assert.Equal(ErrorCodes.CredentialsRefused, unknown.Error.Code);
        Assert.DoesNotContain("nonsense", unknown.Message, StringComparison.Ordinal);

        _lab.Cloud.Faults.Add(new FaultRule { Operation = "POST chat", Kind = FaultKind.DropAfter });
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => _lab.AskAsync("tencent.aigc-chat", """{"message":"hi"}"""));
        Assert.Single(_lab.Charged);
    }

    [Fact]
    public async Task A_throttled_look_up_waits_and_asks_again()
    {
        _lab.Cloud.Faults.Add(Flows.TaskFlowTests.Refusal("DescribeSubAppIds", "RequestLimitExceeded", times: 2));

        await _lab.PacedAsync(_lab.AskAsync("tencent.describe-sub-app-ids", "{}"));

        Assert.Equal(3, _lab.Requests("DescribeSubAppIds"));
    }

    [Theory]
    [InlineData("tencent.describe-media", """{"fileId":["1"]}""", "DescribeMediaInfos", """{"FileIds":["1"],"SubAppId":1500000001}""")]
    [InlineData("tencent.search-media", """{"names":["a"],"appName":"media-demo"}""", "SearchMedia", """{"Names":["a"],"Sort":{"Field":"CreateTime","Order":"Desc"},"Offset":0,"Limit":10,"SubAppId":"{SubAppId of media-demo}"}""")]
    [InlineData("tencent.search-media-by-semantics", """{"text":"a","subAppId":1,"appName":"media-demo"}""", "SearchMediaBySemantics", """{"Text":"a","Limit":20,"SubAppId":"{SubAppId of media-demo}"}""")]
    [InlineData("tencent.describe-task", """{"taskId":"t"}""", "DescribeTaskDetail", """{"TaskId":"t","SubAppId":1500000001}""")]
    [InlineData("tencent.aigc-image-query", """{"taskId":"1-AigcImageTask-2t"}""", "DescribeTaskDetail", """{"TaskId":"1-AigcImageTask-2t","SubAppId":1500000001}""")]
    [InlineData("tencent.aigc-token-create", "{}", "CreateAigcApiToken", """{"SubAppId":1500000001}""")]
    [InlineData("tencent.aigc-token-list", "{}", "DescribeAigcApiTokens", """{"SubAppId":1500000001}""")]
    [InlineData("tencent.aigc-token-delete", """{"apiToken":"secret"}""", "DeleteAigcApiToken", """{"ApiToken":"***","SubAppId":1500000001}""")]
    [InlineData("tencent.aigc-token-usage", """{"type":"Image","start":"2026-01-01","end":"2026-01-02"}""", "DescribeAigcUsageData", """{"AigcType":"Image","StartTime":"2026-01-01T00:00:00+08:00","EndTime":"2026-01-02T23:59:59+08:00","SubAppId":1500000001}""")]
    [InlineData("tencent.describe-sub-app-ids", """{"appName":"ignored"}""", "DescribeSubAppIds", """{"Offset":0,"Limit":200}""")]
    [InlineData("tencent.aigc-chat", """{"message":"hi","imageUrl":"https://e.com/a.png?sign=canary"}""", null, """{"model":"gpt-5.1","messages":[{"role":"user","content":[{"type":"text","text":"hi"},{"type":"image_url","image_url":"https://e.com/a.png?sign=***"}]}]}""")]
    [InlineData("tencent.aigc-chat-models", "{}", null, null)]
    [InlineData("tencent.custom-element-list", "{}", null, null)]
    [InlineData("tencent.load-env", "{}", null, null)]
    public void A_dry_run_of_a_look_up_shows_its_request_and_asks_nobody(string query, string input, string? action, string? body)
    {
        var plan = _lab.Plan(query, input);

        Assert.Equal(body is null ? 0 : 1, plan.Count(r => r.Step == "ASK"));
        if (body is not null) Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), plan[^1].Body), plan[^1].Body!.ToJsonString());
        Assert.Equal(action, plan.LastOrDefault()?.Headers.GetValueOrDefault("X-TC-Action"));
        Assert.Equal(query == "tencent.aigc-chat", plan.Any(r => r.Charged));
        Assert.Empty(_lab.Cloud.Requests);
    }

    [Fact]
    public void Every_look_up_can_be_shown_without_asking() =>
        Assert.All(_lab.Runner.Catalog.Queries.Where(q => q.Name.StartsWith("tencent.", StringComparison.Ordinal)), q => Assert.IsAssignableFrom<Core.Queries.IPlannedQuery>(q));
}
