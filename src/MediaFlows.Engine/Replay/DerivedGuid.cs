using System.Security.Cryptography;
using System.Text;
using MediaFlows.Engine.History;

namespace MediaFlows.Engine.Replay;

/// <summary>Ids that are unique to an instance and the same on every replay.</summary>
internal static class DerivedGuid
{
    public static Guid From(InstanceHeader header, int count)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{header.Id}\n{header.CreatedTicks}\n{header.Generation}\n{count}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
