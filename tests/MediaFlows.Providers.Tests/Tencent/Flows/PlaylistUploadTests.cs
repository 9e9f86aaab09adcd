using System.Text;
using MediaFlows.Core.Errors;
using MediaFlows.Simulator.Faults;

namespace MediaFlows.Providers.Tests.Tencent.Flows;

/// <summary>A local playlist is uploaded with every file that it names, at the same places beside it.</summary>
public sealed class PlaylistUploadTests : IAsyncLifetime
{
    private TencentLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await TencentLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task A_playlist_of_playlists_arrives_with_all_its_segments_which_play_from_its_address()
    {
        AddHls("show");

        var output = await _lab.OutputAsync("tencent.upload", """{"source":{"blob":"show/master.m3u8"},"concurrentUploadNumber":2}""");

        foreach (var path in (string[])["low/list.m3u8", "low/0.ts", "low/1.ts", "high/list.m3u8", "high/init.mp4", "high/%D0%B0 1.m4s", "key.bin"])
            Assert.Equal(_lab.Runner.Media.Blobs["show/" + Uri.UnescapeDataString(path)], await FetchAsync(output["MediaUrl"]!.ToString(), path));
        Assert.Equal(3, _lab.Requests("ParseStreamingManifest"));
        Assert.Equal(8, _lab.Requests("PUT object"));
        Assert.Equal(1, _lab.Requests("CommitUpload"));
        Assert.Empty(_lab.Charged);
    }

    [Fact]
    public async Task A_local_playlist_is_uploaded_and_processed_in_one_flow()
    {
        AddHls("show");

        var output = await _lab.OutputAsync("tencent.process", """{"operation":"remux","targetFormat":"mp4","source":{"blob":"show/master.m3u8"}}""");

        Assert.Equal(output["FileId"]!.ToString(), output["UploadedFileIds"]![0]!.ToString());
        Assert.Equal(8, _lab.Requests("PUT object"));
        Assert.Equal(["ProcessMedia"], _lab.Charged);
    }

    [Fact]
    public async Task A_playlist_of_files_is_read_from_its_folder_and_so_is_DASH()
    {
        var folder = Directory.CreateTempSubdirectory("mediaflows-tencent-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "film.mpd"), """<MPD><Period><AdaptationSet><SegmentList><Initialization sourceURL="i.mp4"/><SegmentURL media="1.m4s"/></SegmentList></AdaptationSet></Period></MPD>""");
        await File.WriteAllBytesAsync(Path.Combine(folder, "i.mp4"), [1, 2, 3]);
        await File.WriteAllBytesAsync(Path.Combine(folder, "1.m4s"), [4, 5]);

        var output = await _lab.OutputAsync("tencent.upload", TaskFlowTests.With("{}", "source", new System.Text.Json.Nodes.JsonObject { ["file"] = Path.Combine(folder, "film.mpd") }));

        Assert.Equal([4, 5], await FetchAsync(output["MediaUrl"]!.ToString(), "1.m4s"));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("missing.ts", "The playlist names 'missing.ts', which is missing beside it, empty or too large. Nothing was uploaded.")]
    [InlineData("../other/a.ts", "The playlist list.m3u8 names '../other/a.ts', which does not lie in its folder. A local playlist is uploaded with the files beside it; of one on a server give the address.")]
    [InlineData("/etc/passwd", "The playlist list.m3u8 names '/etc/passwd', which does not lie in its folder. A local playlist is uploaded with the files beside it; of one on a server give the address.")]
    [InlineData("https://e.com/a.ts?sign=canary", "The playlist list.m3u8 names 'https://e.com/a.ts?sign=***', which does not lie in its folder. A local playlist is uploaded with the files beside it; of one on a server give the address.")]
    public async Task A_file_that_is_not_there_ends_the_upload_before_it_begins(string named, string message)
    {
        Put("list.m3u8", $"#EXTM3U\n#EXTINF:4,\n{named}\n");

        var run = await _lab.Runner.RunAsync("tencent.upload", """{"source":{"blob":"list.m3u8"}}""");

        Assert.Equal(message, run.Error!.Message);
        Assert.Equal(ErrorCodes.InvalidInput, run.Error.Code);
        Assert.Equal(0, _lab.Requests("ApplyUpload"));
    }

    [Fact]
    public async Task A_segment_that_was_sent_is_not_sent_again()
    {
        AddHls("show");
        _lab.Cloud.Faults.Add(new FaultRule { Operation = "PUT object", Kind = FaultKind.DropBefore, Skip = 4 });

        await _lab.OutputAsync("tencent.upload", """{"source":{"blob":"show/master.m3u8"},"concurrentUploadNumber":1}""");

        Assert.Equal(9, _lab.Requests("PUT object"));
    }

    private void AddHls(string folder)
    {
        Put($"{folder}/master.m3u8", "#EXTM3U\n#EXT-X-SESSION-KEY:METHOD=AES-128,URI=\"key.bin\"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow/list.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=2\nhigh/list.m3u8\n");
        Put($"{folder}/low/list.m3u8", "#EXTM3U\n#EXTINF:4,\n0.ts\n#EXTINF:4,\n./1.ts?x=1\n#EXT-X-ENDLIST\n");
        Put($"{folder}/high/list.m3u8", "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"../key.bin\"\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:4,\n%D0%B0%201.m4s\n#EXT-X-ENDLIST\n");
        foreach (var name in (string[])["key.bin", "low/0.ts", "low/1.ts", "high/init.mp4", "high/а 1.m4s"]) Put($"{folder}/{name}", "bytes of " + name);
    }

    private void Put(string name, string text) => _lab.Runner.Media.Blobs[name] = Encoding.UTF8.GetBytes(text);

    private static async Task<byte[]> FetchAsync(string playlist, string path)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(new Uri(new Uri(playlist), path));
    }
}
