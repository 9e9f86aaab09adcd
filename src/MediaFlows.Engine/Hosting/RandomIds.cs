using System.Security.Cryptography;

namespace MediaFlows.Engine.Hosting;

/// <summary>Ids from the operating system's random numbers.</summary>
internal sealed class RandomIds : IIdSource
{
    public string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
