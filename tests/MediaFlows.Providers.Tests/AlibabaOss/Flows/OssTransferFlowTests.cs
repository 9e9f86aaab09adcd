using System.Security.Cryptography;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Api;
using MediaFlows.Simulator.Faults;
using static MediaFlows.Providers.Tests.AlibabaOss.Flows.OssFixture;

namespace MediaFlows.Providers.Tests.AlibabaOss.Flows;

public sealed class OssTransferFlowTests(OssFixture fixture) : IClassFixture<OssFixture>
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(300_000, 0)]
    [InlineData((10 * 1024 * 1024) + 1, 2)]
    [InlineData((24 * 1024 * 1024) + 7, 4)]
    public async Task What_is_uploaded_comes_back_byte_for_byte(int length, int parts)
    {
        await using var runner = fixture.Runner();
        var bytes = runner.Media.Blobs["in"] = Noise(length);
        var run = await runner.RunAsync("oss.upload", $$"""{"uri":{"blob":"in"},"targetKey":"up/{{length}} 文件.bin"}""", id: "up" + length);
        Assert.Equal(("upload", length), ((string)Output(run)["mode"]!, (int)Output(run)["size"]!));
        Assert.Equal(parts, run.Calls.Count(c => c.Activity == "oss.send-part"));
        var output = Output(await runner.RunAsync("oss.download", $$"""{"outputPath":{"blob":"out/"},"source":"up/{{length}} 文件.bin"}"""));
        Assert.Equal($"out/{length} 文件.bin", (string)output["path"]!);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), (string)output["sha256"]!);
    }

    [Fact]
    public async Task A_part_that_failed_is_sent_again_and_the_others_are_not()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["in"] = Noise(20 * 1024 * 1024);
        fixture.Cloud.Faults.Add(new FaultRule { Operation = "UploadPart", Kind = FaultKind.Status, Status = 503, Skip = 1 });
        var before = fixture.Cloud.Requests.GetValueOrDefault("UploadPart");
        Output(await runner.RunAsync("oss.upload", """{"uri":{"blob":"in"},"targetKey":"again.bin"}""", id: "again"));
        Assert.Equal(before + 4, fixture.Cloud.Requests["UploadPart"]);
    }

    [Fact]
    public async Task A_completion_whose_answer_was_lost_is_recognised_by_its_checksum()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["in"] = Noise(12 * 1024 * 1024);
        fixture.Cloud.Faults.Add(new FaultRule { Operation = "CompleteMultipartUpload", Kind = FaultKind.DropAfter });
        var run = await runner.RunAsync("oss.upload", """{"uri":{"blob":"in"},"targetKey":"done.bin"}""", id: "done");
        Assert.Equal(12 * 1024 * 1024, (int)Output(run)["size"]!);
        Assert.Single(run.Calls, c => c.Activity == "oss.begin-parts");
    }

    [Theory]
    [InlineData("PutObject", 1000)]
    [InlineData("UploadPart", (10 * 1024 * 1024) + 1)]
    public async Task What_the_service_received_otherwise_than_it_was_sent_is_sent_again(string operation, int length)
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["in"] = Noise(length);
        var before = fixture.Cloud.Requests.GetValueOrDefault(operation);
        fixture.Cloud.Faults.Add(Damaged(operation));
        Output(await runner.RunAsync("oss.upload", $$"""{"uri":{"blob":"in"},"targetKey":"damaged-{{operation}}"}""", id: "damaged-" + operation));
        Assert.Equal(before + (operation == "PutObject" ? 2 : 3), fixture.Cloud.Requests[operation]);
    }

    [Fact]
    public async Task A_whole_whose_checksum_is_not_that_of_its_parts_fails()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["in"] = Noise(12 * 1024 * 1024);
        fixture.Cloud.Faults.Add(Damaged("CompleteMultipartUpload"));
        var run = await runner.RunAsync("oss.upload", """{"uri":{"blob":"in"},"targetKey":"whole.bin"}""", id: "whole");
        Assert.Equal(ErrorCodes.ContentMismatch, run.Error!.Code);
    }

    [Fact]
    public async Task A_download_that_was_damaged_is_fetched_again()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "fetched.bin", [1, 2, 3]);
        fixture.Cloud.Faults.Add(new FaultRule { Operation = "GetObject", Kind = FaultKind.Status, Status = 200, Headers = { ["x-oss-hash-crc64ecma"] = "1" }, Body = "damaged" });
        Output(await runner.RunAsync("oss.download", """{"source":"fetched.bin","outputPath":{"blob":"fetched"}}""", id: "fetched"));
        Assert.Equal([1, 2, 3], runner.Media.Blobs["fetched"]);
    }

    [Fact]
    public async Task Another_object_of_the_same_size_is_not_taken_for_an_upload_that_is_gone()
    {
        await using var runner = fixture.Runner();
        var bytes = runner.Media.Blobs["in"] = Noise(11 * 1024 * 1024);
        await PutAsync(runner, "same-size.bin", new byte[bytes.Length]);
        fixture.Cloud.Faults.Add(new FaultRule
        {
            Operation = "CompleteMultipartUpload", Kind = FaultKind.Status, Status = 404,
            Headers = { ["x-oss-err"] = Convert.ToBase64String("<Error><Code>NoSuchUpload</Code></Error>"u8) },
        });
        var run = await runner.RunAsync("oss.upload", """{"uri":{"blob":"in"},"targetKey":"same-size.bin"}""", id: "same-size");
        Output(run);
        Assert.Equal(2, run.Calls.Count(c => c.Activity == "oss.begin-parts"));
        Output(await runner.RunAsync("oss.download", """{"source":"same-size.bin","outputPath":{"blob":"back"}}""", id: "same-back"));
        Assert.Equal(bytes, runner.Media.Blobs["back"]);
    }

    private static FaultRule Damaged(string operation) =>
        new() { Operation = operation, Kind = FaultKind.Status, Status = 200, Headers = { ["x-oss-hash-crc64ecma"] = "1", ["ETag"] = "\"1\"" } };

    [Fact]
    public async Task A_cancelled_upload_leaves_no_parts_behind()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["in"] = Noise(20 * 1024 * 1024);
        runner.BeforeActivity = name =>
        {
            if (name == "oss.send-part") runner.Cancel("cancelled");
            return Task.CompletedTask;
        };
        var run = await runner.RunAsync("oss.upload", """{"uri":{"blob":"in"},"targetKey":"cancelled.bin"}""", id: "cancelled");
        Assert.Equal(ErrorCodes.Cancelled, run.Error!.Code);
        Assert.Equal("oss.abort-parts", run.Calls[^1].Activity);
        Assert.Empty(await ListAsync(runner, "cancelled.bin"));
    }

    [Fact]
    public async Task A_source_that_changes_under_the_upload_is_refused()
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["in"] = Noise(1000);
        runner.BeforeActivity = name =>
        {
            if (name == "oss.put-object") runner.Media.Blobs["in"] = Noise(1001);
            return Task.CompletedTask;
        };
        var run = await runner.RunAsync("oss.upload", """{"uri":{"blob":"in"},"targetKey":"changed.bin"}""", id: "changed");
        Assert.Equal(ErrorCodes.ContentMismatch, run.Error!.Code);
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_read_again()
    {
        await using var runner = fixture.Runner();
        await PutAsync(runner, "cut.bin", Noise(200_000));
        fixture.Cloud.Faults.Add(new FaultRule { Operation = "GetObject", Kind = FaultKind.Truncate });
        Output(await runner.RunAsync("oss.download", """{"source":"cut.bin","outputPath":{"blob":"cut"}}"""));
        Assert.Equal(Noise(200_000), runner.Media.Blobs["cut"]);
    }

    [Theory]
    [InlineData("oss.upload", """{"source":"a"}""", "upload takes uri, not source.")]
    [InlineData("oss.upload", """{}""", "upload requires uri")]
    [InlineData("oss.upload", """{"uri":{"url":"ftp://x/y"}}""", "must start with http:// or https://")]
    [InlineData("oss.upload", """{"uri":{"url":"http://x/y","blob":"z"}}""", "exactly one of url, blob and file")]
    [InlineData("oss.download", """{"uri":{"blob":"a"}}""", "download takes source, not uri.")]
    [InlineData("oss.download", """{"source":"a"}""", "download requires outputPath.")]
    [InlineData("oss.download", """{"source":"a","outputPath":{"url":"http://x"}}""", "exactly one of blob and file")]
    public async Task Bad_input_is_refused(string flow, string input, string message)
    {
        await using var runner = fixture.Runner();
        Assert.Contains(message, (await Assert.ThrowsAsync<InvalidInputException>(() => runner.RunAsync(flow, input))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_cover_the_file_without_gaps_at_every_size()
    {
        foreach (var length in (long[])[1, 8 << 20, (8 << 20) + 1, 100L << 30, 48L << 40])
        {
            var plan = Providers.AlibabaOss.Flows.Uploading.Plan(length);
            Assert.InRange(plan.Count, 1, 1000);
            Assert.Equal(length, plan.Sum(p => p.Length));
            Assert.All(plan.Zip(plan.Skip(1)), p => Assert.Equal(p.First.Offset + p.First.Length, p.Second.Offset));
        }
    }
}
