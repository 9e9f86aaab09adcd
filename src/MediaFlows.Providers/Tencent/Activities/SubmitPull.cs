using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Api.Tasks;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Starts a pull upload. It is not charged, so it takes no part in charge limits, but it must not run twice either: it goes through the same ledger.</summary>
public sealed class SubmitPull(SubmissionServices services, VodClient client, TaskLookUp lookUp, SessionRecords sessions)
    : SubmitTask(services with { Gate = new UnlimitedCharges() }, client, lookUp, sessions)
{
    /// <summary>What flows call.</summary>
    public static new readonly ActivityRef<SubmitInput<VodTaskRequest>, SubmitReceipt> Ref = new("tencent.submit-pull");

    /// <inheritdoc/>
    public override string Name => Ref.Name;
}
