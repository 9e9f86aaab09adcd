using System.Text.Json.Nodes;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.VideoEval.Api;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.VideoEval;

public sealed class VideoEvalQueryTests
{
    [Fact]
    public async Task The_list_is_in_the_envelope_with_its_page_kept()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        await bench.SubmitAsync(1);
        var answer = await bench.AskAsync("videoeval.list", "{}");
        Assert.Equal(["status", "message", "request_id", "data", "error"], answer.AsObject().Select(p => p.Key));
        Assert.Equal(["task_id", "name", "status", "created_at", "updated_at"], answer["data"]!["items"]![0]!.AsObject().Select(p => p.Key));
        Assert.Equal("""{"page":1,"page_size":100,"total_items":1,"total_page":1}""", answer["data"]!["page"]!.ToJsonString());
        Assert.Equal(4, Guid.Parse(answer["request_id"]!.ToString()).Version);
    }

    [Theory]
    [InlineData("string")]
    [InlineData("array")]
    public async Task The_detail_is_normalised_filtered_and_summed_up(string form)
    {
        await using var bench = await VideoEvalBench.StartAsync();
        bench.Cloud.Knobs["detailForm"] = form;
        bench.Cloud.Knobs["ids"] = form == "array" ? "string" : "number";
        await bench.SubmitAsync(2, ""","prompt":"p" """);
        bench.Flows.Time.Advance(TimeSpan.FromMinutes(1));
        var data = (await bench.AskAsync("videoeval.detail", """{"task_id":"555001"}"""))["data"]!.AsObject();
        Assert.Equal(["task_id", "task_status", "detail", "filtered_detail_count", "summary"], data.Select(p => p.Key));
        Assert.Equal(["task_id", "status", "name", "prompt", "result", "updated_at"], data["summary"]!.AsObject().Select(p => p.Key));
        Assert.Equal(["video-1.mp4", "video-2.mp4"], data["detail"]!.AsArray().Select(i => i!["sub_tab"]!.ToString()));
        Assert.Equal("555001", data["task_id"]!.GetValue<string>());
        Assert.Equal("p", data["summary"]!["prompt"]!.ToString());
    }

    [Fact]
    public async Task Its_time_limit_has_bounds_and_an_unknown_task_is_an_envelope_too()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        await Assert.ThrowsAsync<InvalidInputException>(() => bench.AskAsync("videoeval.list", """{"timeoutSeconds":0}"""));
        var e = await Assert.ThrowsAsync<FlowException>(() => bench.AskAsync("videoeval.detail", """{"task_id":"1"}"""));
        Assert.Equal("error", e.Error.Document!["status"]!.ToString());
    }

    [Fact]
    public void A_request_id_is_a_random_uuid_of_version_4()
    {
        var ids = new ClientRequestIds(bytes => Array.Fill(bytes, (byte)0xFF));
        Assert.Equal("ffffffff-ffff-4fff-bfff-ffffffffffff", ids.Next());
        Assert.NotEqual(new ClientRequestIds().Next(), new ClientRequestIds().Next());
    }

    [Theory]
    [InlineData(null, HealthState.Skipped)]
    [InlineData("wrong", HealthState.Failed)]
    [InlineData(Simulator.VideoEval.VideoEvalCloud.ApiKey, HealthState.Ok)]
    public async Task The_check_tells_how_the_key_stands_and_creates_nothing(string? key, HealthState expected)
    {
        await using var bench = await VideoEvalBench.StartAsync(s => s[VideoEvalService.ApiKeyVariable] = key ?? "");
        var probe = bench.Flows.Services.GetServices<IHealthProbe>().Single(p => p.Group == "videoeval");
        var findings = await probe.CheckAsync(default);
        Assert.Equal(expected, findings[^1].State);
        Assert.DoesNotContain(findings, f => key is not null && f.Detail.Contains(key, StringComparison.Ordinal));
        Assert.Empty(bench.Cloud.Charges.List());
    }
}
