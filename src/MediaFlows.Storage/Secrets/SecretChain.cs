using System.Runtime.ExceptionServices;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Secrets;

namespace MediaFlows.Storage.Secrets;

/// <summary>
/// Asks several sources in order; the first that has the secret answers. A source that cannot be asked is passed over, and its error counts
/// only where no other source has the secret.
/// </summary>
public sealed class SecretChain(IReadOnlyList<ISecretSource> sources) : ISecretSource
{
    /// <inheritdoc/>
    public async ValueTask<string?> GetAsync(string name, CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo? failure = null;
        foreach (var source in sources)
        {
            try
            {
                if (await source.GetAsync(name, cancellationToken) is { } value && !string.IsNullOrWhiteSpace(value)) return value;
            }
            catch (FlowException e)
            {
                failure ??= ExceptionDispatchInfo.Capture(e);
            }
        }

        failure?.Throw();
        return null;
    }
}
