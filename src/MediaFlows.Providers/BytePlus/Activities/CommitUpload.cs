using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;
using MediaFlows.Providers.BytePlus.Api;
using MediaFlows.Providers.BytePlus.Api.Contracts;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Input of <see cref="CommitUpload"/>.</summary>
/// <param name="Space">Space.</param>
/// <param name="SessionKey">Session key of the address that took the bytes.</param>
public sealed record CommitUploadRequest(string Space, [property: Sensitive] string SessionKey);

/// <summary>Output of <see cref="CommitUpload"/>.</summary>
/// <param name="Vid">The new asset.</param>
/// <param name="PosterUri">Its cover, or empty.</param>
/// <param name="FileName">Path that the provider reports, or null.</param>
public sealed record CommittedUpload(string Vid, string PosterUri, string? FileName);

/// <summary>Makes an asset of an uploaded object (<c>CommitUploadInfo</c>, 2023-01-01). The same session gives the same asset, so it may be repeated.</summary>
public sealed class CommitUpload(VodClient client) : Activity<CommitUploadRequest, CommittedUpload>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<CommitUploadRequest, CommittedUpload> Ref = new("byteplus.commit-upload");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<CommittedUpload> RunAsync(ActivityContext context, CommitUploadRequest input, CancellationToken cancellationToken)
    {
        var call = VodCalls.CommitUploadInfo(input.Space, input.SessionKey);
        var result = await client.CallAsync<CommitUploadResult>(call, cancellationToken);
        return result.Data is { Vid: { Length: > 0 } vid } data
            ? new CommittedUpload(vid, data.PosterUri ?? "", data.SourceInfo?.FileName is { Length: > 0 } name ? name : null)
            : throw VolcengineFailures.Missing(BytePlusNames.Provider, call, "Vid");
    }
}
