using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>
/// Finds and signs the URL that a file is played from. A finished upload or a paid enhancement is never lost for the want of a link:
/// when the look-ups keep failing the link is empty.
/// </summary>
public sealed class FindPlayUrl(PlayUrls urls) : Activity<PlayUrlRequest, PlayUrl>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<PlayUrlRequest, PlayUrl> Ref = new("byteplus.find-play-url");

    private const int Patience = 3;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<PlayUrl> RunAsync(ActivityContext context, PlayUrlRequest input, CancellationToken cancellationToken)
    {
        try
        {
            return new PlayUrl(await urls.FindAsync(input, cancellationToken));
        }
        catch (FlowException e) when (!e.Error.Retryable || context.Attempt >= Patience)
        {
            return new PlayUrl("");
        }
    }
}
