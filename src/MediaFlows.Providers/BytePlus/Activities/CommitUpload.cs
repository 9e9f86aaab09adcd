using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.BytePlus.Api;
using MediaFlows.Providers.BytePlus.Api.Contracts;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>
/// Makes an asset of an uploaded object (<c>CommitUploadInfo</c>, 2023-01-01). The same session gives the same asset, so it may be
/// repeated.
/// </summary>
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
