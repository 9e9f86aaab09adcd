using MediaFlows.Core.Errors;
using MediaFlows.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Host.Tests.Running;

public sealed class SettingTests
{
    [Fact]
    public void Without_settings_the_host_listens_on_loopback_and_serves_loopback_names_only()
    {
        var settings = Read();
        Assert.Equal("http://127.0.0.1:7071/", settings.Urls.Single().ToString());
        Assert.True(settings.IsLoopback);
        Assert.Equal(["localhost", "127.0.0.1", "::1"], settings.Api.AllowedHosts);
        Assert.Empty(settings.TrustedProxies);
        Assert.Equal("mediaflows", settings.Hub);
    }

    [Fact]
    public void Every_wrong_setting_is_named_at_once()
    {
        var error = Assert.Throws<InvalidInputException>(() => Read(
            ("MEDIAFLOWS_URLS", "localhost:7071"), ("MEDIAFLOWS_HUB", "My Hub"), ("MEDIAFLOWS_TRUSTED_PROXIES", "proxy"), ("MEDIAFLOWS_LOG_LEVEL", "loud"),
            ("MEDIAFLOWS_IDEMPOTENCY_HOURS", "0"), ("MEDIAFLOWS_PUBLIC_URL", "ftp://x")));
        Assert.Equal(
            ["MEDIAFLOWS_HUB", "MEDIAFLOWS_IDEMPOTENCY_HOURS", "MEDIAFLOWS_LOG_LEVEL", "MEDIAFLOWS_PUBLIC_URL", "MEDIAFLOWS_TRUSTED_PROXIES", "MEDIAFLOWS_URLS"],
            error.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("http://0.0.0.0:80", "", false, 0)]
    [InlineData("http://*:80", "", false, 0)]
    [InlineData("http://*:80", "media.example", false, 5)]
    [InlineData("http://127.0.0.1:80", "*", true, 0)]
    [InlineData("http://[::1]:80;http://localhost:81", "", true, 3)]
    public void Beyond_loopback_host_names_are_bounded_when_they_are_named(string urls, string allowed, bool loopback, int hosts)
    {
        var settings = Read(("MEDIAFLOWS_URLS", urls), ("MEDIAFLOWS_ALLOWED_HOSTS", allowed));
        Assert.Equal(loopback, settings.IsLoopback);
        Assert.Equal(hosts, settings.Api.AllowedHosts.Count);
    }

    [Fact]
    public void Proxies_are_addresses_or_networks() =>
        Assert.Equal(["10.0.0.0/8", "192.0.2.7/32"], Read(("MEDIAFLOWS_TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.7")).TrustedProxies.Select(p => p.ToString()));

    private static HostSettings Read(params (string Name, string Value)[] settings) =>
        HostSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());
}
