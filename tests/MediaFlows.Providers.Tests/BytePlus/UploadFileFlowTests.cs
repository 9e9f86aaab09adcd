using System.Security.Cryptography;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.BytePlus.Api;
using MediaFlows.Simulator.Faults;
using MediaFlows.Simulator.Media;

namespace MediaFlows.Providers.Tests.BytePlus;

public sealed class UploadFileFlowTests : IAsyncLifetime
{
    private const string Input = """{"source":{"blob":"clips/movie.mp4"}}""";
    private const int Large = (45 * 1024 * 1024) + 7;

    private static readonly byte[] LargeBytes = Enumerable.Range(0, Large).Select(i => (byte)(i * 31 >> 3)).ToArray();
    private BytePlusLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await BytePlusLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task A_small_file_goes_up_in_one_request_and_plays_from_its_signed_url()
    {
        var sample = SampleVideo.ReadAllBytes();
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = sample;

        var run = await _lab.Runner.RunAsync("byteplus.upload-file", Input);

        var output = _lab.Reveal(run);
        Assert.Equal(["Vid", "Source", "PlayURL", "PosterUri", "FileName", "SpaceName", "SourceUrl"], output.Select(p => p.Key));
        Assert.Equal("vid://" + output["Vid"], output["Source"]!.GetValue<string>());
        Assert.Equal("demo_space", output["SpaceName"]!.GetValue<string>());
        Assert.Equal("clips/movie.mp4", output["SourceUrl"]!.GetValue<string>());
        Assert.Matches("^[0-9a-f]{32}\\.mp4$", output["FileName"]!.GetValue<string>());
        Assert.Contains("auth_key=", output["PlayURL"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(sample, await DownloadAsync(output["PlayURL"]!.GetValue<string>()));
        Assert.Equal(1, _lab.Cloud.Requests["PUT direct"]);
        Assert.Equal(["S1_APPLY", "S2_TOS", "S2_TOS", "S3_COMMIT"], run.Progress.Select(p => p.Stage));
        Assert.Equal(0, _lab.Cloud.Charges.Count);
    }

    [Fact]
    public async Task The_play_url_and_the_upload_keys_are_in_no_recorded_text()
    {
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = SampleVideo.ReadAllBytes();
        var run = await _lab.Runner.RunAsync("byteplus.upload-file", Input);

        var recorded = run.Output!.Value.GetRawText() + string.Join('\n', run.Calls.Select(c => c.Input.GetRawText()));
        Assert.DoesNotContain("auth_key", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("SpaceKey/", recorded, StringComparison.Ordinal);
        Assert.Contains("mf:s:", recorded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_file_goes_up_in_parts_and_comes_back_the_same()
    {
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = LargeBytes;
        var run = await _lab.Runner.RunAsync("byteplus.upload-file", Input);

        var output = _lab.Reveal(run);
        Assert.Equal(SHA256.HashData(LargeBytes), SHA256.HashData(await DownloadAsync(output["PlayURL"]!.GetValue<string>())));
        Assert.Equal(1, _lab.Cloud.Requests["PUT init"]);
        Assert.Equal(2, _lab.Cloud.Requests["PUT part"]);
        Assert.Equal(1, _lab.Cloud.Requests["PUT merge"]);
        Assert.Contains(run.Progress, p => p is { Stage: "S2_TOS", BytesTotal: Large, BytesSent: > 0 and < Large });
        Assert.Equal(2, run.Calls.Count(c => c.Activity == "byteplus.send-parts"));
    }

    [Theory]
    [InlineData(FaultKind.DropBefore)]
    [InlineData(FaultKind.DropAfter)]
    [InlineData(FaultKind.Truncate)]
    [InlineData(FaultKind.Status)]
    public async Task One_broken_request_of_each_kind_is_absorbed_and_no_other_part_is_sent_again(FaultKind kind)
    {
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = LargeBytes;
        foreach (var operation in (string[])["ApplyUploadInfo", "PUT init", "PUT part", "PUT merge", "CommitUploadInfo", "ListDomain", "DescribeDomainConfig"])
            _lab.Cloud.Faults.Add(new FaultRule { Kind = kind, Operation = operation, Status = 503 });

        var output = _lab.Reveal(await _lab.Runner.RunAsync("byteplus.upload-file", Input));

        Assert.Equal(SHA256.HashData(LargeBytes), SHA256.HashData(await DownloadAsync(output["PlayURL"]!.GetValue<string>())));
        Assert.Equal(3, _lab.Cloud.Requests["PUT part"]);
    }

    [Fact]
    public async Task A_host_that_is_down_is_given_up_for_the_next_and_the_session_of_that_one_is_committed()
    {
        _lab.Cloud.Knobs["deadMainHost"] = true;
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = LargeBytes;

        var run = await _lab.Runner.RunAsync("byteplus.upload-file", Input);

        var output = _lab.Reveal(run);
        Assert.Equal(SHA256.HashData(LargeBytes), SHA256.HashData(await DownloadAsync(output["PlayURL"]!.GetValue<string>())));
        Assert.Equal(3, run.Calls.Count(c => c.Activity == "byteplus.begin-parts" && c.Input.GetRawText().Contains("tos-main-", StringComparison.Ordinal)));
        Assert.Equal(1, _lab.Cloud.Requests["CommitUploadInfo"]);
    }

    [Fact]
    public async Task A_plain_address_without_candidates_is_used()
    {
        _lab.Cloud.Knobs["noCandidates"] = true;
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = SampleVideo.ReadAllBytes();
        Assert.NotEmpty(_lab.Reveal(await _lab.Runner.RunAsync("byteplus.upload-file", Input))["Vid"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_authorization_that_ends_in_mid_upload_is_renewed_and_sent_parts_stay_sent()
    {
        _lab.Cloud.Knobs["uploadAuthSeconds"] = 600;
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = LargeBytes;
        var parts = 0;
        _lab.Runner.BeforeActivity = name =>
        {
            if (name == "byteplus.send-parts" && ++parts == 2) _lab.Time.Advance(TimeSpan.FromSeconds(700));
            return Task.CompletedTask;
        };

        var run = await _lab.Runner.RunAsync("byteplus.upload-file", Input.Replace("}}", "},\"parallel\":1}", StringComparison.Ordinal));

        var output = _lab.Reveal(run);
        Assert.Equal(SHA256.HashData(LargeBytes), SHA256.HashData(await DownloadAsync(output["PlayURL"]!.GetValue<string>())));
        Assert.Equal(2, _lab.Cloud.Requests["ApplyUploadInfo"]);
        Assert.Equal(1, _lab.Cloud.Requests["PUT init"]);
        Assert.Equal(3, _lab.Cloud.Requests["PUT part"]); // one that arrived, one that was refused, and that one again
    }

    [Fact]
    public async Task An_authorization_that_is_refused_from_the_start_ends_the_upload_with_its_reason()
    {
        _lab.Cloud.Knobs["uploadAuthSeconds"] = -5;
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = SampleVideo.ReadAllBytes();
        var run = await _lab.Runner.RunAsync("byteplus.upload-file", Input);
        Assert.Equal(403, run.Error!.HttpStatus);
        Assert.Contains("expired", run.Error.Message, StringComparison.Ordinal);
        Assert.Equal(2, _lab.Cloud.Requests["ApplyUploadInfo"]);
    }

    [Fact]
    public async Task A_merge_whose_answer_was_lost_is_settled_by_the_commit()
    {
        _lab.Cloud.Knobs["forgetMerged"] = true;
        _lab.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.DropAfter, Operation = "PUT merge" });
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = LargeBytes;

        var run = await _lab.Runner.RunAsync("byteplus.upload-file", Input);

        Assert.NotEmpty(_lab.Reveal(run)["Vid"]!.GetValue<string>());
        Assert.Equal(2, _lab.Cloud.Requests["PUT merge"]);
        Assert.Equal(2, _lab.Cloud.Requests["PUT part"]);
    }

    [Fact]
    public async Task An_upload_that_the_gateway_forgot_is_begun_once_more()
    {
        _lab.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.Status, Operation = "PUT part", Status = 404, Times = 1 });
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = LargeBytes;
        var output = _lab.Reveal(await _lab.Runner.RunAsync("byteplus.upload-file", Input));
        Assert.Equal(SHA256.HashData(LargeBytes), SHA256.HashData(await DownloadAsync(output["PlayURL"]!.GetValue<string>())));
        Assert.Equal(2, _lab.Cloud.Requests["PUT init"]);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_sent_is_not_mixed_with_its_new_self()
    {
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = LargeBytes;
        _lab.Runner.BeforeActivity = name =>
        {
            if (name == "byteplus.send-parts") _lab.Runner.Media.Blobs["clips/movie.mp4"] = [.. LargeBytes.Select(b => (byte)~b)];
            return Task.CompletedTask;
        };
        var run = await _lab.Runner.RunAsync("byteplus.upload-file", Input);
        Assert.Equal(ErrorCodes.ContentMismatch, run.Error!.Code);
        Assert.False(_lab.Cloud.Requests.ContainsKey("CommitUploadInfo"));
    }

    [Fact]
    public async Task A_failed_look_up_of_the_play_url_does_not_lose_the_upload()
    {
        _lab.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.Status, Operation = "ListDomain", Status = 500, Times = 99 });
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = SampleVideo.ReadAllBytes();
        var output = _lab.Reveal(await _lab.Runner.RunAsync("byteplus.upload-file", Input));
        Assert.Equal("", output["PlayURL"]!.GetValue<string>());
        Assert.NotEmpty(output["Vid"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{}""", "file to upload")]
    [InlineData("""{"source":{"blob":"clips/movie"}}""", "extension")]
    [InlineData("""{"source":{"blob":"empty.mp4"}}""", "empty")]
    [InlineData("""{"source":{"url":"https://example.com/a.mp4"}}""", "byteplus.upload-url")]
    [InlineData("""{"source":{"blob":"clips/movie.mp4"},"parallel":99}""", "1 to 16")]
    public async Task Bad_input_is_refused_before_anything_is_called(string input, string said)
    {
        _lab.Runner.Media.Blobs["clips/movie"] = [1];
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = [1];
        _lab.Runner.Media.Blobs["empty.mp4"] = [];
        var e = await Assert.ThrowsAsync<InvalidInputException>(() => _lab.Runner.RunAsync("byteplus.upload-file", input));
        Assert.Contains(said, e.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_lab.Cloud.Requests);
    }

    [Fact]
    public async Task A_dry_run_shows_every_request_and_calls_nothing()
    {
        _lab.Runner.Media.Blobs["clips/movie.mp4"] = LargeBytes;
        var plan = await _lab.Runner.PlanAsync("byteplus.upload-file", Input);
        Assert.Equal(["S1_APPLY", "S2_TOS", "S2_TOS", "S2_TOS", "S3_COMMIT"], plan.Select(p => p.Step));
        Assert.Contains($"FileSize={Large}", plan[0].Url, StringComparison.Ordinal);
        Assert.Contains("SessionKey={SessionKey}", plan[^1].Url, StringComparison.Ordinal);
        Assert.Empty(_lab.Cloud.Requests);
    }

    [Fact]
    public void The_merge_list_is_numbered_from_zero() =>
        Assert.Equal("0:aaaaaaaa,1:bbbbbbbb", UploadGatewayClient.MergeList(["aaaaaaaa", "bbbbbbbb"]));

    private static async Task<byte[]> DownloadAsync(string url)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(url);
    }
}
