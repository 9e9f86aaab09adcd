using System.Security.Cryptography;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.Tencent.Flows.Steps;
using MediaFlows.Simulator.Faults;

namespace MediaFlows.Providers.Tests.Tencent.Flows;

public sealed class UploadFlowTests : IAsyncLifetime
{
    private TencentLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await TencentLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Theory]
    [InlineData("raw", "mp4", "mp4")]
    [InlineData("clip.bin", ".MP4", "mp4")]
    public async Task A_file_whose_name_does_not_tell_its_type_is_uploaded_as_what_the_caller_says(string name, string given, string type)
    {
        _lab.Runner.Media.Blobs[name] = new byte[10];
        _lab.Runner.Media.Blobs["front"] = new byte[10];
        var input = $$$"""{"source":{"blob":"{{{name}}}"},"mediaType":"{{{given}}}","cover":{"blob":"front"},"coverType":".TIFF"}""";

        var body = await _lab.PlannedBodyAsync("tencent.upload", input, "ApplyUpload");

        Assert.Equal($"{type} tiff", $"{body["MediaType"]} {body["CoverType"]}");
        Assert.NotNull((await _lab.OutputAsync("tencent.upload", input))["CoverUrl"]);
    }

    [Fact]
    public async Task A_file_and_its_cover_arrive_whole_and_cost_nothing()
    {
        var media = Random("片头 (1).MP4", 40_000);
        var cover = Random("cover.jpg", 900);

        var output = await _lab.OutputAsync("tencent.upload", """{"source":{"blob":"片头 (1).MP4"},"cover":{"blob":"cover.jpg"},"classId":7}""");

        Assert.Equal(media, await FetchAsync(output["MediaUrl"]!.ToString()));
        Assert.Equal(cover, await FetchAsync(output["CoverUrl"]!.ToString()));
        Assert.Equal(1500000001, (long)output["SubAppId"]!);
        Assert.Empty(_lab.Charged);
        var described = await _lab.AskAsync("tencent.describe-media", $$"""{"fileId":["{{output["FileId"]}}"]}""");
        Assert.Equal("片头 (1)", described["MediaInfoSet"]![0]!["BasicInfo"]!["Name"]!.ToString());
        Assert.Equal("mp4", described["MediaInfoSet"]![0]!["BasicInfo"]!["Type"]!.ToString());
    }

    [Fact]
    public async Task A_large_file_arrives_in_parts_and_a_part_that_was_sent_is_not_sent_again()
    {
        var media = Random("large.mp4", (17 * 1024 * 1024) + 5);
        _lab.Cloud.Faults.Add(new FaultRule { Operation = "PUT part", Kind = FaultKind.DropBefore, Skip = 1 });

        var output = await _lab.OutputAsync("tencent.upload", """{"source":{"blob":"large.mp4"},"concurrentUploadNumber":1}""");

        Assert.Equal(media, await FetchAsync(output["MediaUrl"]!.ToString()));
        Assert.Equal(4, _lab.Requests("PUT part"));
        Assert.Equal(1, _lab.Requests("POST complete"));
    }

    [Theory]
    [InlineData("POST uploads")]
    [InlineData("PUT part")]
    [InlineData("POST complete")]
    [InlineData("CommitUpload")]
    public async Task An_answer_that_is_lost_on_the_way_changes_nothing(string operation)
    {
        var media = Random("large.mp4", 6 * 1024 * 1024);
        _lab.Cloud.Faults.Add(new FaultRule { Operation = operation, Kind = FaultKind.DropAfter });

        var output = await _lab.OutputAsync("tencent.upload", """{"source":{"blob":"large.mp4"}}""");

        Assert.Equal(media, await FetchAsync(output["MediaUrl"]!.ToString()));
    }

    [Fact]
    public async Task An_upload_whose_certificate_ends_begins_anew_with_another()
    {
        Random("clip.mp4", 1000);
        _lab.Cloud.Knobs["certificateSeconds"] = 5;
        _lab.Cloud.Faults.Add(new FaultRule { Operation = "PUT object", Kind = FaultKind.DropBefore, Times = 3 });
        _lab.Runner.OnTimer = _ => _lab.Cloud.Knobs["certificateSeconds"] = 3000;

        await _lab.OutputAsync("tencent.upload", """{"source":{"blob":"clip.mp4"}}""");

        Assert.Equal(2, _lab.Requests("ApplyUpload"));
        Assert.Equal(1, _lab.Requests("CommitUpload"));
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_sent_is_not_committed()
    {
        Random("large.mp4", 9 * 1024 * 1024);
        _lab.Runner.BeforeActivity = name =>
        {
            if (name == "tencent.start-multipart") Random("large.mp4", 9 * 1024 * 1024, seed: 2);
            return Task.CompletedTask;
        };

        var run = await _lab.Runner.RunAsync("tencent.upload", """{"source":{"blob":"large.mp4"}}""");

        Assert.Equal(ErrorCodes.ContentMismatch, run.Error!.Code);
        Assert.Equal(0, _lab.Requests("CommitUpload"));
    }

    [Fact]
    public async Task Bytes_that_arrived_otherwise_than_they_were_sent_are_sent_again()
    {
        Random("clip.mp4", 1000);
        _lab.Cloud.Faults.Add(new FaultRule { Operation = "PUT object", Kind = FaultKind.Status, Status = 200, Headers = new() { ["ETag"] = "\"0123\"" } });

        await _lab.OutputAsync("tencent.upload", """{"source":{"blob":"clip.mp4"}}""");

        Assert.Equal(2, _lab.Requests("PUT object"));
    }

    [Fact]
    public async Task No_key_or_token_is_readable_in_what_is_recorded()
    {
        Random("large.mp4", 6 * 1024 * 1024);
        await _lab.OutputAsync("tencent.upload", """{"source":{"blob":"large.mp4"}}""");

        var recorded = string.Join('\n', _lab.Runner.Run.Calls.Select(c => c.Input.GetRawText()));
        Assert.DoesNotContain("/tmp==", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("AKID", recorded, StringComparison.Ordinal);
        Assert.Contains("mf:s:", recorded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_whose_clock_is_wrong_still_uploads()
    {
        var media = Random("clip.mp4", 1000);
        await using var late = await TencentLab.StartAsync();
        late.Runner.Media.Blobs["clip.mp4"] = media;
        // The cloud's clock and ours are one object here, so the skew is put between signing and checking by a proxy of the header.
        late.Cloud.Faults.Add(new FaultRule
        {
            Operation = "ApplyUpload",
            Kind = FaultKind.Status,
            Status = 200,
            Headers = new() { ["Date"] = late.Time.GetUtcNow().AddHours(1).ToString("R") },
            Body = System.Text.Json.Nodes.JsonNode.Parse("""{"Response":{"Error":{"Code":"AuthFailure.SignatureExpire","Message":"expired"},"RequestId":"r"}}"""),
        });

        var run = await late.Runner.RunAsync("tencent.upload", """{"source":{"blob":"clip.mp4"}}""");

        // The second call was signed an hour ahead, as the answer's date asked for; this cloud does not share that hour and says so.
        Assert.Equal(2, late.Requests("ApplyUpload"));
        Assert.Equal("AuthFailure.SignatureExpire", run.Error!.ProviderCode);
    }

    [Fact]
    public void Parts_cover_the_file_without_gap_and_stay_few()
    {
        foreach (var length in (long[])[1, PartPlan.MultipartFrom, (8L * 1024 * 1024) + 1, 80L * 1024 * 1024 * 1024])
        {
            var parts = PartPlan.Split(length);
            Assert.Equal(length, parts.Sum(p => p.Length));
            Assert.True(parts.Count <= 1000);
            Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.Offset + pair.First.Length, pair.Second.Offset));
        }
    }

    private byte[] Random(string name, int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        _lab.Runner.Media.Blobs[name] = bytes;
        return bytes;
    }

    private static async Task<byte[]> FetchAsync(string url)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(url);
    }
}
