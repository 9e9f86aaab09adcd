using MediaFlows.Providers.BytePlus.Api;
using MediaFlows.Simulator.Media;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.BytePlus;

public sealed class PlayUrlTests : IAsyncLifetime
{
    private BytePlusLab _lab = null!;
    private string _file = "";

    public async ValueTask InitializeAsync()
    {
        _lab = await BytePlusLab.StartAsync();
        _lab.Runner.Media.Blobs["sample.mp4"] = SampleVideo.ReadAllBytes();
        var output = _lab.Reveal(await _lab.Runner.RunAsync("byteplus.upload-file", """{"source":{"blob":"sample.mp4"}}"""));
        _file = output["FileName"]!.GetValue<string>();
        _lab.Cloud.Requests.Clear();
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Theory]
    [InlineData("cdn.example.com", "https://cdn.example.com/")]
    [InlineData("http://cdn.example.com/", "http://cdn.example.com/")]
    public async Task A_set_domain_wins_without_a_look_up(string domain, string start)
    {
        Assert.Equal(start + _file, await FindAsync(domain));
        Assert.Empty(_lab.Cloud.Requests);
    }

    [Theory]
    [InlineData("typea", "auth_key=")]
    [InlineData("none", "")]
    public async Task The_first_domain_in_service_is_signed_when_it_asks_for_it(string auth, string holds)
    {
        _lab.Cloud.Knobs["playAuth"] = auth;
        var url = await FindAsync();
        Assert.StartsWith($"http://{_lab.Cloud.BaseUri.Authority}/{_file}", url, StringComparison.Ordinal);
        Assert.EndsWith(holds.Length == 0 ? _file : "", url, StringComparison.Ordinal);
        Assert.Contains(holds, url, StringComparison.Ordinal);
        Assert.True(await PlaysAsync(url));
    }

    [Fact]
    public async Task Domains_are_looked_through_page_by_page()
    {
        _lab.Cloud.Knobs["extraDomains"] = 120;
        Assert.True(await PlaysAsync(await FindAsync()));
        Assert.Equal(3, _lab.Cloud.Requests["ListDomain"]);
        Assert.Equal(1, _lab.Cloud.Requests["DescribeDomainConfig"]);
    }

    [Theory]
    [InlineData("typeb", "enable", false)]
    [InlineData("typea", "disable", false)]
    [InlineData("typea", "disable", true)]
    public async Task Without_a_usable_domain_the_storage_host_serves(string auth, string cdn, bool signed)
    {
        _lab.Cloud.Knobs["playAuth"] = auth;
        _lab.Cloud.Knobs["cdnStatus"] = cdn;
        _lab.Cloud.Knobs["storageAuth"] = signed;
        var url = await FindAsync();
        Assert.Contains("?preview=1", url, StringComparison.Ordinal);
        Assert.Equal(signed, url.Contains("&auth_key=", StringComparison.Ordinal));
        Assert.True(await PlaysAsync(url));
    }

    [Fact]
    public async Task A_signed_url_ends_after_its_minutes_and_the_domains_validity()
    {
        var url = await FindAsync();
        _lab.Time.Advance(TimeSpan.FromMinutes(60 + 29));
        Assert.True(await PlaysAsync(url));
        _lab.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await PlaysAsync(url));
    }

    private Task<string> FindAsync(string? domain = null) =>
        _lab.Runner.Services.GetRequiredService<PlayUrls>().FindAsync(new PlayUrlRequest("demo_space", _file, domain, 60), default);

    private static async Task<bool> PlaysAsync(string url)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(url);
        return response.IsSuccessStatusCode && (await response.Content.ReadAsByteArrayAsync()).Length == SampleVideo.ReadAllBytes().Length;
    }
}
