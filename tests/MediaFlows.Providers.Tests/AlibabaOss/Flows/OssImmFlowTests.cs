using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss;
using MediaFlows.Simulator.AlibabaOss;
using Microsoft.Extensions.DependencyInjection;
using static MediaFlows.Providers.Tests.AlibabaOss.Flows.OssFixture;

namespace MediaFlows.Providers.Tests.AlibabaOss.Flows;

public sealed class OssImmFlowTests(OssFixture fixture) : IClassFixture<OssFixture>
{
    [Fact]
    public async Task Setting_up_creates_a_project_once_and_finds_it_the_next_time()
    {
        await using var runner = fixture.Runner();
        const string input = """{"bucket":"mediaflows-plain"}""";
        var first = Output(await runner.RunAsync("oss.imm-setup", input));
        Assert.Equal("imm-auto-mediaflows-plain-20260115", (string)first["project_name"]!);
        Assert.Equal(["check_bucket pass", "query_binding info", "create_project pass", "bind_bucket pass"], first["steps"]!.AsArray().Select(s => $"{s!["step"]} {s["status"]}"));
        var second = Output(await runner.RunAsync("oss.imm-setup", input));
        Assert.Equal((string)first["project_name"]!, (string)second["project_name"]!);
        Assert.Equal(["check_bucket pass", "query_binding pass"], second["steps"]!.AsArray().Select(s => $"{s!["step"]} {s["status"]}"));
    }

    [Fact]
    public async Task A_failed_set_up_fails_the_flow()
    {
        await using var runner = fixture.Runner();
        var run = await runner.RunAsync("oss.imm-setup", """{"bucket":"mediaflows-none"}""");
        Assert.Equal("NoSuchBucket", run.Error!.ProviderCode);
    }

    [Fact]
    public async Task An_embedded_watermark_is_extracted_word_for_word()
    {
        await using var runner = fixture.Runner(("ALIBABA_CLOUD_IMM_PROJECT", OssAccount.Project));
        await PutAsync(runner, "plain.png", Picture(300, 300));
        // The text is also valid base64; it must come back as it is.
        Output(await runner.RunAsync("oss.process", """{"source":"plain.png","operations":["blindwatermark-embed:content=aGVsbG8=,s=medium"],"outputMode":"save","targetKey":"marked.png"}"""));
        var output = Output(await runner.RunAsync("oss.blindwatermark-extract", """{"source":"marked.png","strength":"medium"}""", id: "extract"));
        Assert.Equal("aGVsbG8=", (string)output["data"]!["content"]!);
        Assert.Equal((string)output["task_id"]!, (string)output["data"]!["task_id"]!);
        Assert.Equal("info", (string)output["mode"]!);
        Assert.Single(fixture.Cloud.Charges.List(), c => c.Operation == "CreateDecodeBlindWatermarkTask" && c.Subject.EndsWith("/marked.png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Extraction_asks_for_its_project_and_checks_its_words()
    {
        await using var runner = fixture.Runner();
        var missing = await Assert.ThrowsAsync<InvalidInputException>(() => runner.RunAsync("oss.blindwatermark-extract", """{"source":"a.png"}"""));
        Assert.Contains("ALIBABA_CLOUD_IMM_PROJECT", missing.Message, StringComparison.Ordinal);
        var wrong = await Assert.ThrowsAsync<InvalidInputException>(() => runner.RunAsync("oss.blindwatermark-extract", """{"source":"a.png","immProject":"p","strength":"middle"}"""));
        Assert.Contains("must be one of: low, medium, high", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_tells_what_is_well_and_shows_only_the_mask_of_the_key()
    {
        await using var runner = fixture.Runner();
        var findings = await runner.Services.GetServices<IHealthProbe>().OfType<OssProbe>().Single().CheckAsync(default);
        Assert.Equal(["credentials Ok", "place Ok", "bucket Ok", "imm Ok"], findings.Take(4).Select(f => $"{f.Name} {f.State}"));
        var text = string.Join(' ', findings.Select(f => f.Detail));
        Assert.Contains("LTAI****0001", text, StringComparison.Ordinal);
        Assert.DoesNotContain(OssAccount.AccessKeyId, text, StringComparison.Ordinal);
        Assert.DoesNotContain(OssAccount.AccessKeySecret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_names_a_wrong_region_and_a_missing_permission()
    {
        await using var elsewhere = fixture.Runner(("ALIBABA_CLOUD_OSS_REGION", "cn-hangzhou"), ("ALIBABA_CLOUD_OSS_BUCKET", "mediaflows-none"));
        var findings = await elsewhere.Services.GetServices<IHealthProbe>().OfType<OssProbe>().Single().CheckAsync(default);
        Assert.Equal(HealthState.Failed, findings[^1].State);
        Assert.Contains("NoSuchBucket", findings[^1].Detail, StringComparison.Ordinal);
    }
}
