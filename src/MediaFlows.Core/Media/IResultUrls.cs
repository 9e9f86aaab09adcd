namespace MediaFlows.Core.Media;

/// <summary>
/// Signs a provider's result URLs anew: a result that was paid for is not lost because its link expired before it was copied. Providers register one
/// each.
/// </summary>
public interface IResultUrls
{
    /// <summary>
    /// A fresh URL of the same file, got by asking the provider and never by submitting anything; null when <paramref name="url"/> is not one that this
    /// provider's account once signed, so that nobody reaches a file by naming it.
    /// </summary>
    /// <exception cref="Errors.FlowException">The provider could not be asked.</exception>
    Task<string?> RenewAsync(string url, CancellationToken cancellationToken);
}
