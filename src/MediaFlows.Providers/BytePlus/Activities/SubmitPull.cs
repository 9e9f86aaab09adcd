using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.BytePlus.Api;
using MediaFlows.Providers.BytePlus.Api.Contracts;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>
/// Has BytePlus fetch a URL (<c>UploadMediaByUrl</c>, 2023-01-01). The API takes no token and lists no jobs, and every call makes another
/// asset, so it goes through the ledger and an unknown outcome is left to a person.
/// </summary>
public sealed class SubmitPull(VodClient client, SubmissionServices services) : ChargedSubmitActivity<PullRequest>(services)
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SubmitInput<PullRequest>, SubmitReceipt> Ref = new("byteplus.submit-pull");

    /// <summary>Where durations are learned.</summary>
    public const string Durations = "byteplus.upload-url";

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    protected override string Provider => BytePlusNames.Provider;

    /// <inheritdoc/>
    protected override SubmitRecovery Recovery => SubmitRecovery.None;

    /// <inheritdoc/>
    protected override string DurationKey(PullRequest request) => Durations;

    /// <inheritdoc/>
    protected override async Task<Submitted> SubmitAsync(PullRequest request, string clientToken, ActivityContext context, CancellationToken cancellationToken)
    {
        var call = VodCalls.UploadMediaByUrl(request.Space, request.SourceUrl, request.FileName, request.Extension);
        var result = await client.CallAsync<PullResult>(call, cancellationToken);
        var ids = (result.Data ?? []).Select(j => j.JobId).Where(id => !string.IsNullOrEmpty(id)).ToList();
        return ids.Count > 0
            ? new Submitted(string.Join(',', ids))
            : throw VolcengineFailures.Missing(BytePlusNames.Provider, call, "JobId");
    }
}
