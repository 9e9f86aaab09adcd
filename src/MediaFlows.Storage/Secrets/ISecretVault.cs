namespace MediaFlows.Storage.Secrets;

/// <summary>A vault that answers each question with a request. <see cref="CachedVault"/> goes before it.</summary>
public interface ISecretVault
{
    /// <summary>The newest version of a secret, or null when the vault has none of that name or it is disabled or past its expiry.</summary>
    /// <exception cref="VaultException">The vault could not be asked.</exception>
    Task<string?> ReadAsync(string name, CancellationToken cancellationToken);
}
