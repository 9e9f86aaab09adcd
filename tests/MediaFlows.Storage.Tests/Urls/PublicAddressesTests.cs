using System.Buffers.Binary;
using System.Net;
using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Tests.Urls;

public sealed class PublicAddressesTests
{
    // First and last address of each block, written down from the registries and not from the code.
    public static TheoryData<string> NotPublic => new(
        "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.100.100.200", "100.127.255.255", "127.0.0.1", "127.255.255.255",
        "169.254.0.0", "169.254.169.254", "169.254.255.255", "172.16.0.0", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.0",
        "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1",
        "255.255.255.255", "168.63.129.16", "::", "::1", "::127.0.0.1", "fe80::1", "fe80::1%2", "febf::1", "fec0::1", "fc00::1", "fd00::1", "fd00:ec2::254",
        "ff02::1", "2001::1", "2001:10::1", "2001:db8::1", "3fff::1", "100::1", "64:ff9b:1::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:169.254.169.254",
        "64:ff9b::10.0.0.1", "2002:7f00:1::", "2002:c0a8:101::1", "2002:a9fe:a9fe::", "::ffff:0:10.0.0.1", "5f00::1", "4000::1");

    public static TheoryData<string> Public => new(
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0",
        "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450::1",
        "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1");

    [Theory]
    [MemberData(nameof(NotPublic))]
    public void An_address_off_the_public_internet_is_known(string address) => Assert.False(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [MemberData(nameof(Public))]
    public void An_address_of_the_public_internet_is_known(string address) => Assert.True(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Fact]
    public void Every_way_to_carry_an_IPv4_address_in_IPv6_is_judged_like_the_address() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf(4).ToArbitrary(), bytes =>
        {
            var bits = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            var v4 = new IPAddress(bytes);
            var hex = $"{bits >> 16:x}:{bits & 0xffff:x}";
            var carried = new[] { v4.MapToIPv6().ToString(), $"64:ff9b::{hex}", $"2002:{hex}::1", $"::ffff:0:{hex}" };
            return Array.TrueForAll(carried, c => PublicAddresses.Contains(IPAddress.Parse(c)) == PublicAddresses.Contains(v4));
        }).QuickCheckThrowOnFailure();
}
