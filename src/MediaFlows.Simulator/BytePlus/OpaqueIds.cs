using System.Security.Cryptography;
using System.Text;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.BytePlus;

/// <summary>Ids and tokens that look random and repeat from run to run. They are worth nothing outside the simulator.</summary>
internal sealed class OpaqueIds(CloudContext cloud)
{
    private long _last;

    /// <summary>64 lower-case hex characters.</summary>
    public string Next(string kind) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{cloud.Name}/{kind}/{Interlocked.Increment(ref _last)}/{cloud.BaseUri.Port}")));
}
