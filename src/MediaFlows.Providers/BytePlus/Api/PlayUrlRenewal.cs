using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>Signs play URLs of the space of the settings anew: a CDN link lives an hour, an enhanced video a good deal longer.</summary>
public sealed class PlayUrlRenewal(PlayUrls urls, BytePlusConnection connection) : IResultUrls
{
    /// <inheritdoc/>
    public async Task<string?> RenewAsync(string url, CancellationToken cancellationToken)
    {
        if (connection.Space is not { } space || !Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;
        var file = string.Join('/', uri.AbsolutePath.TrimStart('/').Split('/').Select(Uri.UnescapeDataString));
        try
        {
            return await urls.RenewAsync(uri, connection.PlayUrlOf(space, file), cancellationToken);
        }
        catch (FlowException e) when (!e.Error.Retryable)
        {
            // No keys, or keys that are refused: what the URL itself answered says more.
            return null;
        }
    }
}
