using MediaFlows.Core.Secrets;

namespace MediaFlows.Testing.Secrets;

/// <summary>Secrets from a dictionary.</summary>
public sealed class TestSecrets(IReadOnlyDictionary<string, string> values) : ISecretSource
{
    public ValueTask<string?> GetAsync(string name, CancellationToken cancellationToken) =>
        ValueTask.FromResult(values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null);
}
