using MediaFlows.Core.Secrets;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>Reads the names of the discovery order: secrets from the secret source (Key Vault, environment, user secrets), the rest from settings.</summary>
public sealed class CredentialSettings
{
    private readonly IConfiguration _settings;
    private readonly ISecretSource _secrets;

    /// <summary>Takes both sources.</summary>
    public CredentialSettings(IConfiguration settings, ISecretSource secrets)
    {
        _settings = settings;
        _secrets = secrets;
    }

    /// <summary>A setting, or null when it is missing or blank.</summary>
    public string? this[string name] => _settings[name] is { } v && !string.IsNullOrWhiteSpace(v) ? v.Trim() : null;

    /// <summary>True when the setting says <c>true</c>.</summary>
    public bool Flag(string name) => string.Equals(this[name], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A secret, or null.</summary>
    public ValueTask<string?> SecretAsync(string name, CancellationToken cancellationToken) => _secrets.GetAsync(name, cancellationToken);
}
