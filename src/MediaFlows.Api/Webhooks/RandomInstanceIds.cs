using System.Security.Cryptography;

namespace MediaFlows.Api.Webhooks;

/// <summary>Ids from the operating system's random numbers.</summary>
internal sealed class RandomInstanceIds : IInstanceIds
{
    public string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
