using System.Security.Cryptography;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>Makes the <c>request_id</c> of the envelope where no flow does: the client makes it, not the service.</summary>
/// <param name="fill">Fills bytes with randomness.</param>
public sealed class ClientRequestIds(Action<byte[]> fill)
{
    /// <summary>Random ids.</summary>
    public ClientRequestIds()
        : this(bytes => RandomNumberGenerator.Fill(bytes))
    {
    }

    /// <summary>A new UUID, version 4.</summary>
    public string Next()
    {
        var bytes = new byte[16];
        fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
