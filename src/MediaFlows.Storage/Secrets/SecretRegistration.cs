using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Secrets;
using MediaFlows.Core.Serialization;
using MediaFlows.Storage.Health;
using MediaFlows.Storage.Protection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Storage.Secrets;

/// <summary>Registers secrets and field protection.</summary>
public static class SecretRegistration
{
    private const string KeySecretSetting = "MEDIAFLOWS_KEY_SECRET";

    /// <summary>
    /// Adds <see cref="ISecretSource"/> (Key Vault where <c>MEDIAFLOWS_KEYVAULT_URI</c> or <c>KEYVAULT_URI</c> is set, then configuration) and
    /// <see cref="IFieldProtector"/> (keys from the secret that <c>MEDIAFLOWS_KEY_SECRET</c> names, else from the local key file).
    /// </summary>
    public static IServiceCollection AddMediaFlowsSecrets(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        if (VaultUri(configuration) is { } uri)
        {
            services.TryAddSingleton<ISecretVault>(s => new KeyVaultClient(Client(uri, configuration), s.GetRequiredService<TimeProvider>()));
            services.TryAddSingleton(s => new CachedVault(
                s.GetRequiredService<ISecretVault>(), new VaultCacheOptions(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<CachedVault>>()));
        }

        services.TryAddSingleton<ISecretSource>(s => new SecretChain(
            s.GetService<CachedVault>() is { } vault ? [vault, new ConfigurationSecrets(configuration)] : [new ConfigurationSecrets(configuration)]));
        services.TryAddSingleton<IFieldProtector>(s => new FieldProtector(() => Keys(s, configuration), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IHealthProbe>(s => new KeyVaultProbe(s.GetService<ISecretVault>()));
        return services;
    }

    private static KeyRing Keys(IServiceProvider services, IConfiguration configuration)
    {
        if (configuration[KeySecretSetting] is not { Length: > 0 } name) return KeyFile.Load(LocalFolder.KeyFile(configuration));

        // Fields are protected in places that cannot wait asynchronously; this happens once per process and once per rotation. The vault is
        // asked past its cache, because a key that was just added is the reason for asking again.
        var source = services.GetService<ISecretVault>();
        var text = source is null
            ? configuration[name]
            : Task.Run(() => ReadAsync(source, name)).GetAwaiter().GetResult() ?? configuration[name];
        return KeyRing.Parse(text ?? throw new FlowException(
            ErrorCodes.FieldUnreadable, $"The secret {name} with the field keys does not exist.", $"Create it, or remove {KeySecretSetting} to use the local key file; see docs/storage.md."));
    }

    private static async Task<string?> ReadAsync(ISecretVault vault, string name)
    {
        try
        {
            return await vault.ReadAsync(name, CancellationToken.None);
        }
        catch (VaultException e)
        {
            throw new FlowException(new FlowError(ErrorCodes.FieldUnreadable, $"The field keys could not be read: {e.Message}") { Retryable = !e.Refused, Hint = "Check the vault with mediaflows doctor." }, e);
        }
    }

    private static SecretClient Client(Uri uri, IConfiguration configuration)
    {
        var clientId = configuration["AZURE_CLIENT_ID"] ?? configuration["AzureWebJobsStorage:clientId"];
        var options = new SecretClientOptions();
        options.Retry.MaxRetries = 2;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return new SecretClient(uri, new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId }), options);
    }

    private static Uri? VaultUri(IConfiguration configuration)
    {
        var text = configuration["MEDIAFLOWS_KEYVAULT_URI"] ?? configuration["KEYVAULT_URI"];
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri
            : throw new FlowException(ErrorCodes.InvalidInput, "The setting KEYVAULT_URI is not an https address.", "Set it to https://<vault>.vault.azure.net.");
    }
}
