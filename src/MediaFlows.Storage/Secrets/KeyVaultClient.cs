using Azure;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;

namespace MediaFlows.Storage.Secrets;

/// <summary>Azure Key Vault through its SDK (action Get Secret).</summary>
public sealed class KeyVaultClient(SecretClient client, TimeProvider time) : ISecretVault
{
    /// <inheritdoc/>
    public async Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var secret = (await client.GetSecretAsync(VaultNames.Of(name), cancellationToken: cancellationToken)).Value;
            return secret.Properties.ExpiresOn is { } expires && expires <= time.GetUtcNow() ? null : secret.Value;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
        catch (RequestFailedException e) when (e is { Status: 403, ErrorCode: "SecretDisabled" } || e.Message.Contains("not allowed on a disabled secret", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        catch (RequestFailedException e)
        {
            throw new VaultException($"Key Vault answered {e.Status} for the secret {VaultNames.Of(name)}.", e.Status is 401 or 403);
        }
        catch (AuthenticationFailedException e)
        {
            throw new VaultException($"No token could be had for Key Vault ({e.GetType().Name}).", refused: true);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new VaultException($"Key Vault could not be reached ({e.GetType().Name}).", refused: false);
        }
    }
}
