using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Simulator.Tencent.State;

/// <summary>Ids that look like the service's and are the same in every run.</summary>
public sealed class IdSource
{
    private long _last;

    /// <summary>A FileId: 18 digits, more than a double can hold exactly.</summary>
    public string FileId() => (528548548798000000 + Interlocked.Increment(ref _last)).ToString();

    /// <summary>An ElementId.</summary>
    public string ElementId() => (865750283577090000 + Interlocked.Increment(ref _last)).ToString();

    /// <summary>A number for templates of the account; presets are below 10000.</summary>
    public long Definition() => 30000 + Interlocked.Increment(ref _last);

    /// <summary>32 lower-case hex digits.</summary>
    public string Hex() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes("id" + Interlocked.Increment(ref _last))))[..32];

    /// <summary>A UUID in text form.</summary>
    public string RequestId()
    {
        var h = Hex();
        return $"{h[..8]}-{h[8..12]}-{h[12..16]}-{h[16..20]}-{h[20..]}";
    }
}
