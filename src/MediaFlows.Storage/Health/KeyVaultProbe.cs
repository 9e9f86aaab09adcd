using MediaFlows.Core.Diagnostics;
using MediaFlows.Storage.Secrets;

namespace MediaFlows.Storage.Health;

/// <summary>Asks the key vault for a secret that need not exist: an answer, also "not found", shows that the vault can be read.</summary>
public sealed class KeyVaultProbe(ISecretVault? vault) : IHealthProbe
{
    private const string Asked = "MEDIAFLOWS_PROBE";

    /// <inheritdoc/>
    public string Group => "key vault";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        if (vault is null) return [new HealthFinding("secrets", HealthState.Skipped, "No vault is set (KEYVAULT_URI); secrets come from the environment.")];
        try
        {
            await vault.ReadAsync(Asked, cancellationToken);
            return [new HealthFinding("secrets", HealthState.Ok, "The vault answers and this identity may read secrets.")];
        }
        catch (VaultException e)
        {
            var advice = e.Refused ? " Give this identity the role Key Vault Secrets User." : " Check KEYVAULT_URI and the network.";
            return [new HealthFinding("secrets", HealthState.Failed, e.Message + advice)];
        }
    }
}
