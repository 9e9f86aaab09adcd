using System.Globalization;
using System.Net;

namespace MediaFlows.Storage.Urls;

/// <summary>
/// Addresses that share their first bits. <see cref="IPNetwork"/> is not used: in this version of the platform it compares the IPv4 part of a
/// mapped address with the first bits of an IPv6 network, so that <c>2000::/3</c> contains <c>::ffff:10.0.0.1</c>.
/// </summary>
internal sealed class AddressBlock
{
    private readonly byte[] _bytes;
    private readonly int _bits;

    private AddressBlock(byte[] bytes, int bits)
    {
        _bytes = bytes;
        _bits = bits;
    }

    /// <summary>Reads <c>address/bits</c>, or one address.</summary>
    public static AddressBlock? TryParse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address)) return null;
        var bytes = address.GetAddressBytes();
        if (slash < 0) return new AddressBlock(bytes, bytes.Length * 8);
        return int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits <= bytes.Length * 8 ? new AddressBlock(bytes, bits) : null;
    }

    /// <summary>Reads a block that is known to be well formed.</summary>
    public static AddressBlock Parse(string text) => TryParse(text) ?? throw new FormatException($"{text} is no address block.");

    /// <summary>True when <paramref name="address"/> is of the same family and shares the first bits.</summary>
    public bool Contains(IPAddress address)
    {
        var other = address.GetAddressBytes();
        if (other.Length != _bytes.Length) return false;
        var whole = _bits / 8;
        if (!other.AsSpan(0, whole).SequenceEqual(_bytes.AsSpan(0, whole))) return false;
        var rest = _bits % 8;
        return rest == 0 || (other[whole] ^ _bytes[whole]) >> (8 - rest) == 0;
    }
}
