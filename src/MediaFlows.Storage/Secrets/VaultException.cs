namespace MediaFlows.Storage.Secrets;

/// <summary>The vault could not be asked: unreachable, busy, or it refused the identity. The message holds no secret.</summary>
public sealed class VaultException : Exception
{
    /// <summary>Describes why.</summary>
    public VaultException(string message, bool refused)
        : base(message) => Refused = refused;

    /// <summary>True when the vault answered that this identity may not read; asking again does not help.</summary>
    public bool Refused { get; }
}
