using System.Text.Json.Nodes;

namespace MediaFlows.Cli.Tests.Tencent;

/// <summary>Look-ups over HTTP and on the command line: none speaks of costs, and each can be shown without asking anybody.</summary>
[Collection(TencentWorld.Alone)]
public sealed class LookUpTests(TencentWorld world) : IClassFixture<TencentWorld>
{
    public static TheoryData<string, string, string> Queries => new()
    {
        { "tencent.describe-media", """{"fileId":["{file}"]}""", "tencent describe-media --file-id {file}" },
        { "tencent.search-media", """{"names":["a"]}""", "tencent search-media --names a" },
        { "tencent.search-media-by-semantics", """{"text":"a"}""", "tencent search-media-by-semantics --text a" },
        { "tencent.describe-task", """{"taskId":"{task}"}""", "tencent describe-task --task-id {task} --no-wait" },
        { "tencent.aigc-image-query", """{"taskId":"{task}"}""", "tencent aigc-image query --task-id {task} --no-wait" },
        { "tencent.aigc-chat", """{"message":"a"}""", "tencent aigc-chat chat --message a" },
        { "tencent.aigc-chat-models", "{}", "tencent aigc-chat models" },
        { "tencent.aigc-image-models", "{}", "tencent aigc-image models" },
        { "tencent.aigc-video-models", "{}", "tencent aigc-video models" },
        { "tencent.aigc-token-create", """{"replace":true}""", "tencent aigc-token create --replace" },
        { "tencent.aigc-token-list", "{}", "tencent aigc-token list" },
        { "tencent.aigc-token-delete", """{"apiToken":"{token}"}""", "tencent aigc-token delete --api-token {token}" },
        { "tencent.aigc-token-usage", """{"type":"Video"}""", "tencent aigc-token usage --type Video" },
        { "tencent.describe-sub-app-ids", "{}", "tencent describe-sub-app-ids" },
        { "tencent.import-knowledge-templates", "{}", "tencent import-media-knowledge templates" },
        { "tencent.custom-element-list", "{}", "tencent create-aigc-advanced-custom-element list" },
        { "tencent.load-env", "{}", "tencent load-env --check-only" },
    };

    [Fact]
    public async Task Every_look_up_of_the_catalog_is_held_to_the_rule() =>
        Assert.Equal(await world.NamesAsync("queries"), Queries.Select(r => r.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_look_up_says_nothing_of_costs_and_can_be_shown_without_asking(string query, string input, string line)
    {
        var given = JsonNode.Parse(await FilledAsync(input))!;
        var before = world.Cloud.Requests.Values.Sum();
        var (planned, plan) = await world.PostAsync($"/api/queries/{query}?dryRun=true", given.DeepClone());
        var after = world.Cloud.Requests.Values.Sum();
        var dry = await TencentWorld.RunAsync([.. world.Line(await FilledAsync(line)), "--dry-run"]);
        var run = await TencentWorld.RunAsync(world.Line(await FilledAsync(line)));

        Assert.Equal(200, planned);
        Assert.Equal(query, plan["pipeline"]!.ToString());
        Assert.Equal(before, after);
        Assert.Equal(query == "tencent.aigc-chat", (bool)plan["charged"]!);
        Assert.False(plan.ContainsKey("costNotice"));
        Assert.DoesNotContain(world.Clouds.Environment["TENCENTCLOUD_SECRET_ID"], plan.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, dry.ExitCode);
        Assert.Equal(query, JsonNode.Parse(dry.Output)!["pipeline"]!.ToString());
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal("", run.Error + dry.Error);
    }

    private async Task<string> FilledAsync(string text)
    {
        if (!text.Contains("{token}", StringComparison.Ordinal)) return world.Filled(text);
        var (_, made) = await world.PostAsync("/api/queries/tencent.aigc-token-create", new JsonObject { ["replace"] = true });
        return text.Replace("{token}", made["ApiToken"]!.ToString(), StringComparison.Ordinal);
    }
}
