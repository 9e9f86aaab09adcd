using System.Security.Cryptography;

namespace MediaFlows.Providers.AlibabaOss.Permissions;

/// <summary>Keys that only the permission check uses. They are fresh for each check, so nobody's object can have one.</summary>
internal sealed record ProbeObject(string Absent, string Temporary)
{
    /// <summary>Prefix of all of them.</summary>
    public const string Prefix = "_mediaflows_probe/";

    public static ProbeObject New()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        return new ProbeObject($"{Prefix}absent-{id}", $"{Prefix}delete-me-{id}.txt");
    }
}
