using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Presigns a URL. It calls nothing, but needs the secret and the clock, so it is an activity.</summary>
public sealed class SignUrl(UrlSigner signer) : Activity<SignUrlInput, SignedUrl>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SignUrlInput, SignedUrl> Ref = new("oss.sign-url");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<SignedUrl> RunAsync(ActivityContext context, SignUrlInput input, CancellationToken cancellationToken) =>
        new() { Url = await signer.SignAsync(input.Place, input.Key, input.Process, input.ExpiresSeconds, cancellationToken) };
}
