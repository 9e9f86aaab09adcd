using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Asks how an extraction stands (GetTask) and reads its text when it is done (GetDecodeBlindWatermarkResult), as it is: nothing is decoded by guess.</summary>
public sealed class PollExtraction(PollServices services, ImmClient imm) : PollActivity<ExtractionTarget>(services)
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<PollRequest, PollAnswer> Ref = new("oss.poll-extraction");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    protected override async Task<PollAnswer> AskAsync(ExtractionTarget target, ActivityContext context, CancellationToken cancellationToken)
    {
        var task = await imm.GetTaskAsync(target.Place, target.Project, "DecodeBlindWatermark", target.TaskId, cancellationToken);
        var status = (string?)task["Status"];
        if (status is "Failed" or "Canceled") return new PollAnswer(PollState.Failed) { ProviderState = status, Error = PollProcess.Failure(target.TaskId, status, task) };
        if (status != "Succeeded") return new PollAnswer(PollState.Pending) { ProviderState = status };
        var result = await imm.GetExtractionAsync(target.Place, target.Project, target.TaskId, cancellationToken);
        return new PollAnswer(PollState.Done)
        {
            ProviderState = status,
            Result = new JsonObject { ["content"] = (string?)result["Content"] ?? "", ["requestId"] = (string?)result["RequestId"], ["eventId"] = (string?)result["EventId"] },
        };
    }
}
