using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.BytePlus.Api;
using MediaFlows.Providers.BytePlus.Api.Contracts;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Asks for addresses to upload to (<c>ApplyUploadInfo</c>, 2023-01-01). Repeating it only makes another session.</summary>
public sealed class ApplyUpload(VodClient client) : Activity<ApplyUploadRequest, UploadOffer>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<ApplyUploadRequest, UploadOffer> Ref = new("byteplus.apply-upload");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<UploadOffer> RunAsync(ActivityContext context, ApplyUploadRequest input, CancellationToken cancellationToken)
    {
        var call = VodCalls.ApplyUploadInfo(input.Space, input.FileName, input.Extension, input.Length, input.SessionKey);
        return UploadOffer.Read(await client.CallAsync<ApplyUploadResult>(call, cancellationToken))
            ?? throw VolcengineFailures.Missing(BytePlusNames.Provider, call, "upload address");
    }
}
