using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace MediaFlows.Engine.Store;

/// <summary>128 bits of a text: two ids that collide are not to be expected in the lifetime of the universe, let alone of a hub.</summary>
internal static class TextHash
{
    public static UInt128 Of(string? text) => text is null ? 0 : XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan()));
}
