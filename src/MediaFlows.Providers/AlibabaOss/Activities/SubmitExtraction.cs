using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Submits an extraction (CreateDecodeBlindWatermarkTask), once. IMM offers nothing to find a task by, so after a lost answer a person decides.</summary>
public sealed class SubmitExtraction(SubmissionServices services, ImmClient imm) : ChargedSubmitActivity<ExtractionJob>(services)
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SubmitInput<ExtractionJob>, SubmitReceipt> Ref = new("oss.submit-extraction");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    protected override string Provider => OssNames.Provider;

    /// <inheritdoc/>
    protected override SubmitRecovery Recovery => SubmitRecovery.None;

    /// <inheritdoc/>
    protected override string DurationKey(ExtractionJob request) => "oss.blindwatermark-extract";

    /// <inheritdoc/>
    protected override async Task<Submitted> SubmitAsync(ExtractionJob request, string clientToken, ActivityContext context, CancellationToken cancellationToken)
    {
        var ticket = await imm.CreateExtractionAsync(
            request.Place, request.Project, request.Place.PathOf(request.Key), request.Strength, request.Model, request.Place.PathOf("_blindwatermark_result/"), cancellationToken);
        return ticket.TaskId is { } id
            ? new Submitted(id, new JsonObject { ["requestId"] = ticket.RequestId, ["eventId"] = ticket.EventId })
            : throw new FlowException(new FlowError(ErrorCodes.FeatureNotAllowed, "IMM answered task_id: null, so no extraction was created.")
            {
                Provider = OssNames.Provider, ProviderRequestId = ticket.RequestId, Hint = "Run mediaflows oss imm-setup first and name the project (--imm-project or ALIBABA_CLOUD_IMM_PROJECT).",
            });
    }
}
