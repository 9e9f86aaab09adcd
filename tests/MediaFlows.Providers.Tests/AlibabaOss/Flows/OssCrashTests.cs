using MediaFlows.Simulator.AlibabaOss;
using MediaFlows.Core.Client;
using MediaFlows.Providers.AlibabaOss;
using MediaFlows.Simulator.Media;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Storage;
using static MediaFlows.Providers.Tests.AlibabaOss.Flows.OssFixture;

namespace MediaFlows.Providers.Tests.AlibabaOss.Flows;

/// <summary>The flows on the embedded engine, whose process dies at every activity boundary and ledger write in turn.</summary>
public sealed class OssCrashTests(OssFixture fixture, ITestOutputHelper output) : IClassFixture<OssFixture>
{
    [Fact]
    public async Task A_job_is_paid_once_or_a_person_is_asked_and_its_upload_goes_away_wherever_the_process_dies()
    {
        await using var runner = fixture.Runner();
        // What is tested is the flow; a stand-in for the video itself saves its time.
        fixture.Cloud.Knobs["noFfmpeg"] = 1.0;
        var drill = Drill();
        drill.Media.Blobs["clip.mp4"] = SampleVideo.ReadAllBytes();
        var paid = fixture.Cloud.Charges.Count;
        var asked = new List<(string At, bool After)>();
        var left = new List<string>();
        const string input = """{"uri":{"blob":"clip.mp4"},"operations":["video/convert:f=mp4"],"targetKey":"crash/out.mp4"}""";
        var crashes = await drill.RunAsync("oss.process-async", input, (instance, at, after) =>
        {
            var charged = fixture.Cloud.Charges.Count - paid;
            paid += charged;
            if (instance.Status == FlowStatus.NeedsAttention)
            {
                asked.Add((at, after));
                Assert.Equal(0, charged);
                return;
            }

            Assert.True(instance.Status == FlowStatus.Completed, $"{at}, after: {after}: {instance.Error?.Message}");
            Assert.Equal(1, charged);
        });
        fixture.Cloud.Knobs.Remove("noFfmpeg", out _);
        output.WriteLine($"{crashes} crashes");
        Assert.True(crashes >= 18, $"{crashes}");

        // Only an intent whose call never left stays open: nothing at the provider can ever show it. Its upload waits for the person's answer.
        Assert.Equal([(MortalLedgerStore.Place, true)], asked);
        left.AddRange((await ListAsync(runner, "_upload_tmp/")).Select(o => o.Key));
        Assert.Single(left);
    }

    [Fact]
    public async Task A_temporary_upload_goes_away_wherever_the_process_dies()
    {
        await using var runner = fixture.Runner();
        var drill = Drill();
        drill.Media.Blobs["photo.png"] = Picture();
        var before = (await ListAsync(runner, "_upload_tmp/")).Count;
        var crashes = await drill.RunAsync("oss.process", """{"uri":{"blob":"photo.png"},"operations":["info"]}""", (instance, at, after) =>
            Assert.True(instance.Status == FlowStatus.Completed, $"{at}, after: {after}: {instance.Error?.Message}"));
        Assert.Equal(10, crashes);
        Assert.Equal(before, (await ListAsync(runner, "_upload_tmp/")).Count);
    }

    [Fact]
    public async Task A_part_that_was_sent_is_not_sent_again_wherever_the_process_dies()
    {
        var drill = Drill();
        drill.Media.Blobs["large.bin"] = Noise(12 * 1024 * 1024);
        fixture.Cloud.Requests.Remove("UploadPart", out _);
        var crashes = await drill.RunAsync("oss.upload", """{"uri":{"blob":"large.bin"},"targetKey":"crash/large.bin"}""", (instance, at, after) =>
        {
            Assert.True(instance.Status == FlowStatus.Completed, $"{at}, after: {after}: {instance.Error?.Message}");
            fixture.Cloud.Requests.Remove("UploadPart", out var sent);
            // Both parts go out together, so the process that dies at one of them may take the other's unrecorded answer along.
            Assert.InRange(sent, 2, at == "oss.send-part" ? 4 : 2);
        });
        Assert.Equal(12, crashes);
    }

    [Fact]
    public async Task Setting_up_makes_one_project_and_binds_it_wherever_the_process_dies()
    {
        using var imm = new ImmCaller(fixture.Cloud.BaseUri, fixture.Time);
        var crashes = await Drill().RunAsync("oss.imm-setup", $$"""{"bucket":"{{OssAccount.PlainBucket}}"}""", (instance, at, after) =>
        {
            Assert.True(instance.Status == FlowStatus.Completed, $"{at}, after: {after}: {instance.Error?.Message}");
            Assert.Equal(["imm-auto-mediaflows-plain-20260115"], imm.Projects("imm-auto-"));
            Assert.Equal("imm-auto-mediaflows-plain-20260115", (string?)imm.Call("GetOSSBucketAttachment", ("OSSBucket", OssAccount.PlainBucket))["ProjectName"]);
            imm.Call("DetachOSSBucket", ("OSSBucket", OssAccount.PlainBucket));
            imm.Call("DeleteProject", ("ProjectName", "imm-auto-mediaflows-plain-20260115"));
        });
        Assert.Equal(8, crashes);
    }

    private CrashDrill Drill() => new(typeof(OssModule).Assembly, fixture.Host.Environment, fixture.Time);
}
