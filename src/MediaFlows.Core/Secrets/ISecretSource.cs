namespace MediaFlows.Core.Secrets;

/// <summary>
/// Provider keys by the documents' names (<c>BYTEPLUS_ACCESSKEY</c>), from Key Vault, the environment or user secrets.
/// Read them when a call is signed; never store, log or return them.
/// </summary>
public interface ISecretSource
{
    /// <summary>The secret, or null when no source has it (blank counts as missing).</summary>
    ValueTask<string?> GetAsync(string name, CancellationToken cancellationToken);
}
