using MediaFlows.Core.Secrets;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Storage.Secrets;

/// <summary>Secrets in the configuration: environment, user secrets, a <c>.env</c> file. Read anew each time, so that a reload is seen.</summary>
public sealed class ConfigurationSecrets(IConfiguration configuration) : ISecretSource
{
    /// <inheritdoc/>
    public ValueTask<string?> GetAsync(string name, CancellationToken cancellationToken) =>
        ValueTask.FromResult(configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null);
}
