using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;
using MediaFlows.Core.Tests.Submissions;

namespace MediaFlows.Core.Tests.Limits;

internal sealed class BusySubmit(SubmissionServices services, BusyCloud cloud) : ChargedSubmitActivity<FakeRequest>(services)
{
    public static readonly ActivityRef<SubmitInput<FakeRequest>, SubmitReceipt> Ref = new("busy.submit");

    public override string Name => Ref.Name;

    protected override string Provider => BusyModule.Provider;

    protected override SubmitRecovery Recovery => SubmitRecovery.None;

    protected override string DurationKey(FakeRequest request) => "busy";

    protected override Task<Submitted> SubmitAsync(FakeRequest request, string clientToken, ActivityContext context, CancellationToken cancellationToken) =>
        request.What == "refuse" ? throw FakeSubmit.Fail(retryable: false) : Task.FromResult(new Submitted(cloud.Submit(request.What)));
}
