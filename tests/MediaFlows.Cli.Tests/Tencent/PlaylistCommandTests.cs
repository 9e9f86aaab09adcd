using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace MediaFlows.Cli.Tests.Tencent;

/// <summary>A playlist of the caller reaches a host that does not read the caller's folder, with every file that it names.</summary>
[Collection(TencentWorld.Alone)]
public sealed class PlaylistCommandTests(TencentWorld world) : IClassFixture<TencentWorld>
{
    private static readonly string[] Segments = ["low/0.ts", "low/1.ts", "key.bin"];

    [Theory]
    [InlineData("tencent upload --file {playlist}", "MediaUrl")]
    [InlineData("tencent process-media remux --target-format mp4 --file-id {playlist} --poll-interval 1", null)]
    public async Task A_playlist_goes_with_its_files(string line, string? address)
    {
        var playlist = WriteHls();
        var before = world.Cloud.Requests.GetValueOrDefault("PUT object");

        var run = await TencentWorld.RunAsync(world.Line(line.Replace("{playlist}", playlist, StringComparison.Ordinal)));

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(5, world.Cloud.Requests.GetValueOrDefault("PUT object") - before);
        var fileId = run.Json["FileId"]!.ToString();
        if (address is null) Assert.Equal(fileId, run.Json["UploadedFileIds"]![0]!.ToString());
        var (_, media) = await world.PostAsync("/api/queries/tencent.describe-media", new JsonObject { ["fileId"] = new JsonArray(fileId) });
        var url = media["MediaInfoSet"]![0]!["BasicInfo"]!["MediaUrl"]!.ToString();
        if (address is not null) Assert.Equal(url, run.Json[address]!.ToString());
        using var http = new HttpClient();
        foreach (var segment in Segments)
            Assert.Equal(
                SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(playlist)!, segment), TestContext.Current.CancellationToken)),
                SHA256.HashData(await http.GetByteArrayAsync(new Uri(new Uri(url), segment), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_playlist_with_a_missing_file_is_refused_before_a_flow_is_started()
    {
        var playlist = WriteHls();
        File.Delete(Path.Combine(Path.GetDirectoryName(playlist)!, "low", "1.ts"));
        var before = world.Cloud.Requests.Values.Sum();

        var run = await TencentWorld.RunAsync("tencent", "upload", "--file", playlist);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("1.ts", run.Json["error"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, world.Cloud.Requests.Values.Sum());
    }

    [Fact]
    public async Task A_program_uploads_the_files_itself_and_names_the_playlist()
    {
        var playlist = WriteHls();
        var folder = Path.GetDirectoryName(playlist)!;
        foreach (var name in (string[])["master.m3u8", "low/list.m3u8", .. Segments])
            (await world.Client.PutAsync("/api/media/show/" + name, new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(folder, name))), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var before = world.Cloud.Requests.GetValueOrDefault("PUT object");

        var run = await TencentWorld.RunAsync("tencent", "process-media", "remux", "--target-format", "mp4", "--file-id", "blob:show/master.m3u8", "--poll-interval", "1");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(5, world.Cloud.Requests.GetValueOrDefault("PUT object") - before);
    }

    private string WriteHls()
    {
        var folder = Directory.CreateDirectory(Path.Combine(world.Folder, Path.GetRandomFileName())).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "low"));
        foreach (var (number, segment) in Segments.Index()) File.WriteAllBytes(Path.Combine(folder, segment), [.. Enumerable.Repeat((byte)number, 100 + number)]);
        File.WriteAllText(Path.Combine(folder, "low", "list.m3u8"), "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"../key.bin\"\n#EXTINF:4,\n0.ts\n#EXTINF:4,\n1.ts\n#EXT-X-ENDLIST\n");
        var playlist = Path.Combine(folder, "master.m3u8");
        File.WriteAllText(playlist, "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow/list.m3u8\n");
        return playlist;
    }
}
