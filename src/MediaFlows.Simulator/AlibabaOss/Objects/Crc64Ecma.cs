namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>The checksum of <c>x-oss-hash-crc64ecma</c>; written apart from the client's on purpose.</summary>
internal sealed class Crc64Ecma
{
    private static readonly ulong[] Table =
        [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((ulong)i, (v, _) => (v & 1) != 0 ? (v >> 1) ^ 0xC96C5795D7870F42UL : v >> 1))];

    private ulong _register = 0xFFFFFFFFFFFFFFFF;

    public ulong Result => _register ^ 0xFFFFFFFFFFFFFFFF;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var register = _register;
        foreach (var b in bytes) register = Table[(register ^ b) & 0xFF] ^ (register >> 8);
        _register = register;
    }
}
