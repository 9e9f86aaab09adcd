using System.Net;
using System.Net.Sockets;

namespace MediaFlows.Storage.Urls;

/// <summary>
/// Tells addresses of the public internet from all others, by the special-purpose address registries (RFC 6890 and its updates). An IPv6
/// address that carries an IPv4 address is judged by both.
/// </summary>
public static class PublicAddresses
{
    private static readonly AddressBlock[] NotPublicV4 = Blocks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

        // Azure's platform address, which answers virtual machines only and hands out their settings, though it looks public.
        "168.63.129.16/32");

    private static readonly AddressBlock PublicV6 = AddressBlock.Parse("2000::/3");

    // Inside 2000::/3: IETF protocol assignments (Teredo, ORCHID among them), documentation.
    private static readonly AddressBlock[] NotPublicV6 = Blocks("2001::/23", "2001:db8::/32", "3fff::/20");

    // Prefixes behind which the last 32 bits are an IPv4 address: mapped, translated, the well-known NAT64 prefix.
    private static readonly AddressBlock[] V4InLastBits = Blocks("::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96");

    private static readonly AddressBlock SixToFour = AddressBlock.Parse("2002::/16");

    /// <summary>True when <paramref name="address"/> is a unicast address of the public internet.</summary>
    public static bool Contains(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork) return !Array.Exists(NotPublicV4, b => b.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0) return false;
        if (CarriedV4(address) is { } v4) return Contains(v4);
        return PublicV6.Contains(address) && !Array.Exists(NotPublicV6, b => b.Contains(address));
    }

    private static IPAddress? CarriedV4(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (Array.Exists(V4InLastBits, b => b.Contains(address))) return new IPAddress(bytes.AsSpan(12, 4));
        return SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4)) : null;
    }

    private static AddressBlock[] Blocks(params string[] texts) => [.. texts.Select(AddressBlock.Parse)];
}
