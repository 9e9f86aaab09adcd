using System.Net;
using MediaFlows.Core.Errors;
using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Tests.Urls;

public sealed class UrlAllowListTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.0.2", false)]
    [InlineData("127.0.0.1", "::1", false)]
    [InlineData("10.1.0.0/16", "10.1.255.255", true)]
    [InlineData("10.1.0.0/16", "10.2.0.0", false)]
    [InlineData("10.1.0.0/17", "10.1.128.0", false)]
    [InlineData("[::1]", "::1", true)]
    [InlineData("fd00::/8", "fd12::1", true)]
    [InlineData("2000::/3", "::ffff:10.0.0.1", false)]
    [InlineData("fc00::/7", "::ffff:253.0.0.1", false)]
    [InlineData("a.internal; 10.0.0.1 fd00::/8", "10.0.0.1", true)]
    public void An_address_is_allowed_by_its_range_alone(string list, string address, bool expected) =>
        Assert.Equal(expected, UrlAllowList.Parse(list).AllowsAddress(IPAddress.Parse(address)));

    [Theory]
    [InlineData("media.internal", "media.internal", true)]
    [InlineData("media.internal", "MEDIA.internal.", true)]
    [InlineData("media.internal", "x.media.internal", false)]
    [InlineData("media.internal", "media.internal.example.com", false)]
    [InlineData("*.lan", "nas.lan", true)]
    [InlineData("*.lan", "lan", false)]
    [InlineData("*.lan", "evil-lan", false)]
    [InlineData("", "localhost", false)]
    public void A_host_is_allowed_by_its_whole_name_or_its_ending(string list, string host, bool expected) =>
        Assert.Equal(expected, UrlAllowList.Parse(list).AllowsHost(host));

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("http://nas")]
    [InlineData("*")]
    [InlineData("a/b")]
    public void An_entry_that_means_nothing_is_an_error_and_not_ignored(string list) =>
        Assert.Equal(ErrorCodes.InvalidInput, Assert.Throws<FlowException>(() => UrlAllowList.Parse(list)).Error.Code);
}
