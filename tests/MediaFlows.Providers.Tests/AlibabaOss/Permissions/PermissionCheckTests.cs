using MediaFlows.Core.Diagnostics;
using MediaFlows.Providers.AlibabaOss;
using MediaFlows.Providers.AlibabaOss.Permissions;
using MediaFlows.Providers.Tests.AlibabaOss.Flows;
using MediaFlows.Simulator.AlibabaOss;
using MediaFlows.Testing.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.AlibabaOss.Permissions;

public sealed class PermissionCheckTests(OssFixture fixture) : IClassFixture<OssFixture>
{
    private static readonly string[] Writing =
    [
        "PutObject", "DeleteObject", "InitiateMultipartUpload", "AbortMultipartUpload", "CompleteMultipartUpload", "PutBucketLifecycle", "CreateProject", "AttachOSSBucket",
        "CreateDecodeBlindWatermarkTask",
    ];

    [Fact]
    public async Task With_every_permission_each_action_passes_and_what_would_write_is_not_tested_and_says_how()
    {
        await using var runner = fixture.Runner();
        var before = Requests();
        var findings = await CheckAsync(runner, writes: false);
        Assert.Equal(
            [
                "oss:ListObjects Permitted", "oss:GetObject Permitted", "signed URL Permitted", "oss:ProcessObject Permitted", "oss:PostProcessTask Permitted",
                "oss:GetBucketLifecycle Permitted", "oss:PutObject NotTested", "oss:DeleteObject NotTested", "oss:AbortMultipartUpload NotTested", "imm:GetTask Permitted",
                "imm:GetDecodeBlindWatermarkResult Permitted", "imm:CreateDecodeBlindWatermarkTask NotTested", "imm:CreateProject NotTested", "imm:AttachOSSBucket NotTested",
            ],
            findings.Select(f => $"{f.Action} {f.State}"));
        Assert.Contains("ALIBABA_CLOUD_OSS_PROBE_WRITES=true", findings[6].Detail, StringComparison.Ordinal);
        Assert.All(Writing, operation => Assert.Equal(before.GetValueOrDefault(operation), Requests().GetValueOrDefault(operation)));
        Assert.Equal(0, fixture.Cloud.Charges.Count);
    }

    [Theory]
    [InlineData("ListObjects", "oss:ListObjects")]
    [InlineData("HeadObject", "oss:GetObject")]
    [InlineData("GetObject", "signed URL")]
    [InlineData("ProcessObject", "oss:ProcessObject")]
    [InlineData("AsyncProcessObject", "oss:PostProcessTask")]
    [InlineData("GetBucketLifecycle", "oss:GetBucketLifecycle")]
    [InlineData("PutObject", "oss:PutObject")]
    [InlineData("DeleteObject", "oss:DeleteObject")]
    [InlineData("AbortMultipartUpload", "oss:AbortMultipartUpload")]
    [InlineData("GetTask", "imm:GetTask")]
    [InlineData("GetDecodeBlindWatermarkResult", "imm:GetDecodeBlindWatermarkResult")]
    public async Task A_missing_permission_is_named_alone_with_what_to_do(string denied, string action)
    {
        await using var runner = fixture.Runner();
        fixture.Cloud.Knobs["deny"] = denied;
        try
        {
            var refused = Assert.Single(await CheckAsync(runner, writes: true), f => f.State == ActionState.Refused);
            Assert.Equal(action, refused.Action);
            Assert.Contains("without it", refused.Detail, StringComparison.Ordinal);
            Assert.Contains("to the RAM policy", refused.Detail, StringComparison.Ordinal);
        }
        finally
        {
            fixture.Cloud.Knobs.Remove("deny", out _);
        }

        var left = await OssFixture.ListAsync(runner, "_mediaflows_probe/");
        if (denied != "DeleteObject")
        {
            Assert.Empty(left);
            return;
        }

        // What may not be deleted stays; the finding names it, so that a person can.
        Assert.StartsWith("_mediaflows_probe/delete-me-", Assert.Single(left).Key, StringComparison.Ordinal);
        await runner.Services.GetRequiredService<Providers.AlibabaOss.Api.ObjectClient>().DeleteAsync(OssFixture.Place(runner), left[0].Key, default);
    }

    [Fact]
    public async Task Asked_to_write_the_check_removes_what_it_wrote()
    {
        await using var runner = fixture.Runner();
        var findings = await CheckAsync(runner, writes: true);
        Assert.Equal(
            ["oss:PutObject Permitted", "oss:DeleteObject Permitted", "oss:AbortMultipartUpload Permitted"], findings.Skip(6).Take(3).Select(f => $"{f.Action} {f.State}"));
        Assert.Empty(await OssFixture.ListAsync(runner, "_mediaflows_probe/"));
    }

    [Fact]
    public async Task An_answer_that_does_not_tell_is_no_pass()
    {
        await using var runner = fixture.Runner();
        fixture.Cloud.Faults.Add(new Simulator.Faults.FaultRule { Operation = "HeadObject", Kind = Simulator.Faults.FaultKind.Status, Status = 500 });
        Assert.Equal(ActionState.NotTested, (await CheckAsync(runner, writes: false)).Single(f => f.Action == "oss:GetObject").State);
    }

    [Fact]
    public async Task Doctor_goes_on_after_a_refused_bucket_info_and_fails_what_was_refused()
    {
        await using var runner = fixture.Runner();
        fixture.Cloud.Knobs["deny"] = "GetBucketInfo, ListObjects, GetOSSBucketAttachment";
        try
        {
            var findings = await runner.Services.GetServices<IHealthProbe>().OfType<OssProbe>().Single().CheckAsync(default);
            Assert.Equal(HealthState.Failed, findings.Single(f => f.Name == "bucket").State);
            Assert.Equal(HealthState.Failed, findings.Single(f => f.Name == "oss:ListObjects").State);
            Assert.Equal(HealthState.Ok, findings.Single(f => f.Name == "oss:GetObject").State);
            Assert.Equal(HealthState.Warning, findings.Single(f => f.Name == "imm").State);
            Assert.Equal(HealthState.Skipped, findings.Single(f => f.Name == "imm:GetTask").State);
            Assert.DoesNotContain(findings, f => f.Detail.Contains(RefusalAdvice, StringComparison.Ordinal));
        }
        finally
        {
            fixture.Cloud.Knobs.Remove("deny", out _);
        }
    }

    [Fact]
    public async Task The_check_of_refused_actions_does_not_count_as_guessing()
    {
        await using var runner = fixture.Runner();
        fixture.Cloud.Knobs["deny"] = "HeadObject,ProcessObject,ListObjects,GetBucketInfo";
        try
        {
            await CheckAsync(runner, writes: false);
            var run = await runner.RunAsync("oss.process", """{"source":"a.png","operations":["info"]}""");
            Assert.DoesNotContain(RefusalAdvice, run.Error!.Hint, StringComparison.Ordinal);
        }
        finally
        {
            fixture.Cloud.Knobs.Remove("deny", out _);
        }
    }

    [Theory]
    [InlineData("oss.process", """{"source":"a.png","operations":["resize:w=10"]}""")]
    [InlineData("oss.process-async", """{"source":"a.png","operations":["video/convert:f=mp4"],"targetKey":"b.mp4"}""")]
    [InlineData("oss.blindwatermark-extract", """{"source":"a.png","immProject":"mediaflows-imm"}""")]
    [InlineData("oss.download", """{"source":"a.png","outputPath":{"blob":"x"}}""")]
    public async Task A_flow_whose_source_is_missing_or_not_readable_ends_in_preflight(string flow, string input)
    {
        await using var runner = fixture.Runner();
        var missing = await runner.RunAsync(flow, input);
        Assert.Equal("NoSuchKey", missing.Error!.ProviderCode);
        Assert.Equal(["oss.preflight"], missing.Calls.Select(c => c.Activity));

        await OssFixture.PutAsync(runner, "a.png", OssFixture.Picture());
        fixture.Cloud.Knobs["deny"] = "HeadObject";
        try
        {
            var refused = await runner.RunAsync(flow, input);
            Assert.Equal("AccessDenied", refused.Error!.ProviderCode);
            Assert.Contains("doctor oss", refused.Error.Hint, StringComparison.Ordinal);
            Assert.Equal(["oss.preflight"], refused.Calls.Select(c => c.Activity));
        }
        finally
        {
            fixture.Cloud.Knobs.Remove("deny", out _);
            await runner.Services.GetRequiredService<Providers.AlibabaOss.Api.ObjectClient>().DeleteAsync(OssFixture.Place(runner), "a.png", default);
        }
    }

    [Fact]
    public async Task A_wrong_region_is_named_before_anything_is_done()
    {
        // The older signature does not hold the region, so the call itself is answered.
        await using var runner = fixture.Runner();
        var run = await runner.RunAsync("oss.upload", """{"uri":{"url":"http://example.com/a.png"},"region":"cn-shanghai","signature":"v1"}""");
        Assert.Contains("is in oss-cn-hangzhou, not in cn-shanghai", run.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("--region", run.Error.Hint, StringComparison.Ordinal);
        Assert.Equal(["oss.preflight"], run.Calls.Select(c => c.Activity));
    }

    private const string RefusalAdvice = "Two refusals in a row";

    private static Task<IReadOnlyList<ActionFinding>> CheckAsync(InlineFlowRunner runner, bool writes) =>
        runner.Services.GetRequiredService<PermissionCheck>().RunAsync(
            OssFixture.Place(runner) with { ImmEndpoint = OssFixture.Place(runner).Endpoint }, OssAccount.Project, writes, TestContext.Current.CancellationToken);

    private Dictionary<string, int> Requests() => fixture.Cloud.Requests.ToDictionary(r => r.Key, r => r.Value);
}
