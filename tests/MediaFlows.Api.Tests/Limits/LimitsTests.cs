using System.Text.Json.Nodes;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Client;

namespace MediaFlows.Api.Tests.Limits;

public sealed class LimitsTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    [Fact]
    public async Task Limits_that_are_set_are_listed_with_their_use_and_others_are_not()
    {
        var before = await ListAsync();
        var sample = Assert.Single(before)!;
        Assert.Equal("""{"provider":"sample","limits":{"jobs":4,"callsPerSecond":2.5},"waiting":0}""", sample.ToJsonString());

        await host.Client.StartAsync(new FlowStart { Flow = "mediaflows.limiter", Input = new { provider = "sample" }, InstanceId = "mediaflows.limiter.sample" }, default);
        host.Client.Change("mediaflows.limiter.sample", i => i with
        {
            Progress = JsonNode.Parse("""{"limits":{"jobs":4,"running":4,"waiting":17}}"""),
        });
        sample = Assert.Single(await ListAsync())!;
        Assert.Equal((4, 17, "mediaflows.limiter.sample"), ((int)sample["running"]!, (int)sample["waiting"]!, (string)sample["limiter"]!));
    }

    private async Task<JsonArray> ListAsync()
    {
        using var answer = await host.Http.GetAsync(new Uri("/api/limits", UriKind.Relative));
        return (await ApiTestHost.JsonOf(answer))["items"]!.AsArray();
    }
}
