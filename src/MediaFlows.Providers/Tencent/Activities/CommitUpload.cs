using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Makes the media of an upload (CommitUpload). The session key makes it repeatable: the same media comes back.</summary>
public sealed class CommitUpload(VodClient client) : Activity<CommitUploadRequest, CommittedUpload>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<CommitUploadRequest, CommittedUpload> Ref = new("tencent.commit-upload");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<CommittedUpload> RunAsync(ActivityContext context, CommitUploadRequest input, CancellationToken cancellationToken)
    {
        var body = VodJson.Object(("VodSessionKey", input.SessionKey), ("SubAppId", input.SubAppId));
        var response = await client.CallAsync(new VodCall("CommitUpload", body) { Region = input.Region }, cancellationToken);
        var fileId = response.Text("FileId") ?? throw new FlowException(new FlowError(ErrorCodes.ProviderAnswerUnreadable, "CommitUpload was answered without a FileId.")
        {
            Provider = TencentSettings.Provider,
            Retryable = true,
        });
        return new CommittedUpload(fileId) { MediaUrl = response.Text("MediaUrl"), CoverUrl = response.Text("CoverUrl") };
    }
}
