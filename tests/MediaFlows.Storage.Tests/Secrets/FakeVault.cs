using MediaFlows.Storage.Secrets;

namespace MediaFlows.Storage.Tests.Secrets;

/// <summary>A vault whose answers a test sets, and that counts questions.</summary>
internal sealed class FakeVault : ISecretVault
{
    public Dictionary<string, string> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

    public VaultException? Failure { get; set; }

    public int Asked { get; private set; }

    public async Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        Asked++;
        await Task.Yield();
        return Failure is null ? Values.GetValueOrDefault(name) : throw Failure;
    }
}
