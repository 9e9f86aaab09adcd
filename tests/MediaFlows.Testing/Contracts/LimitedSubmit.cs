using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Testing.Contracts;

/// <summary>Starts a job of 30 s.</summary>
public sealed class LimitedSubmit(SubmissionServices services, ContractScript script, TimeProvider time) : ChargedSubmitActivity<PaidRequest>(services)
{
    public static readonly ActivityRef<SubmitInput<PaidRequest>, SubmitReceipt> Ref = new("limited.submit");

    public override string Name => Ref.Name;

    protected override string Provider => LimitedModule.Provider;

    protected override SubmitRecovery Recovery => SubmitRecovery.None;

    protected override string DurationKey(PaidRequest request) => "limited";

    protected override Task<Submitted> SubmitAsync(PaidRequest request, string clientToken, ActivityContext context, CancellationToken cancellationToken)
    {
        script.Run(request.Step);
        script.JobEnds[request.Step] = time.GetUtcNow().AddSeconds(30);
        return Task.FromResult(new Submitted(request.Step));
    }
}
