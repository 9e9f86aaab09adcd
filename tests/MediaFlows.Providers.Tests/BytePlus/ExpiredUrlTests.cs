using System.Text.Json.Nodes;
using MediaFlows.Providers.BytePlus.Api;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.BytePlus;

/// <summary>Fault F24: a play URL that expired before the file was copied is signed anew, and only one that was signed before.</summary>
public sealed class ExpiredUrlTests : IAsyncLifetime
{
    private BytePlusLab _lab = null!;
    private string _url = "";

    public async ValueTask InitializeAsync()
    {
        _lab = await BytePlusLab.StartAsync();
        var vid = await _lab.UploadSampleAsync();
        var output = _lab.Reveal(await _lab.Runner.RunAsync("byteplus.enhance", BytePlusLab.Enhance.Replace("VID", vid, StringComparison.Ordinal)));
        _url = output["VideoUrls"]![0]!["Url"]!.GetValue<string>();
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, true)]
    public async Task An_enhanced_video_is_copied_however_old_its_link_is_and_nothing_is_submitted(int days, bool expired)
    {
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(_url, TestContext.Current.CancellationToken);
        _lab.Time.Advance(TimeSpan.FromDays(days));
        Assert.Equal(expired, (await http.GetAsync(_url, TestContext.Current.CancellationToken)).StatusCode == System.Net.HttpStatusCode.Forbidden);
        var (charges, looks) = (_lab.Cloud.Charges.Count, Looks());
        _lab.Reveal(await CopyAsync(_url));
        Assert.Equal(bytes, _lab.Runner.Media.Blobs["copy.mp4"]);
        Assert.Equal((charges, expired), (_lab.Cloud.Charges.Count, Looks() > looks));
    }

    [Fact]
    public async Task A_link_of_the_storage_host_is_signed_anew_too()
    {
        _lab.Cloud.Knobs["playAuth"] = "typeb";
        _lab.Cloud.Knobs["storageAuth"] = true;
        var connection = _lab.Runner.Services.GetRequiredService<BytePlusConnection>();
        var request = connection.PlayUrlOf(connection.Space!, new Uri(_url).AbsolutePath.TrimStart('/'));
        var url = await _lab.Runner.Services.GetRequiredService<PlayUrls>().FindAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("preview=1", url, StringComparison.Ordinal);
        _lab.Time.Advance(TimeSpan.FromDays(2));
        _lab.Reveal(await CopyAsync(url));
        Assert.NotEmpty(_lab.Runner.Media.Blobs["copy.mp4"]);
    }

    [Theory]
    [InlineData("another file")]
    [InlineData("another host")]
    [InlineData("another signature")]
    [InlineData("no signature")]
    public async Task A_link_that_was_never_signed_opens_nothing(string change)
    {
        var uri = new Uri(_url);
        var url = change switch
        {
            "another file" => _url.Replace("enhanced/", "", StringComparison.Ordinal),
            "another host" => new UriBuilder(uri) { Host = "localhost" }.Uri.AbsoluteUri,
            "another signature" => _url[..^1] + (_url[^1] == '0' ? '1' : '0'),
            _ => uri.GetLeftPart(UriPartial.Path),
        };
        _lab.Time.Advance(TimeSpan.FromDays(2));
        var run = await CopyAsync(url);
        Assert.Equal(403, run.Error?.HttpStatus);
        Assert.False(_lab.Runner.Media.Blobs.ContainsKey("copy.mp4"));
    }

    private int Looks() => _lab.Cloud.Requests.GetValueOrDefault("DescribeDomainConfig");

    private Task<Testing.Flows.InlineRun> CopyAsync(string url) =>
        _lab.Runner.RunAsync("media.copy", new JsonObject { ["source"] = new JsonObject { ["url"] = url }, ["to"] = "copy.mp4" }.ToJsonString(), id: "copy");
}
