using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Testing.Contracts;

/// <summary>Request of a paid step.</summary>
public sealed record PaidRequest(string Step);

/// <summary>A paid call whose outcome the script decides; each run of it is one charge.</summary>
public sealed class PaidActivity(SubmissionServices services, ContractScript script) : ChargedSubmitActivity<PaidRequest>(services)
{
    public static readonly ActivityRef<SubmitInput<PaidRequest>, SubmitReceipt> Ref = new("contract.pay");

    public override string Name => Ref.Name;

    protected override string Provider => "contract";

    protected override SubmitRecovery Recovery => SubmitRecovery.None;

    protected override string DurationKey(PaidRequest request) => "contract";

    protected override Task<Submitted> SubmitAsync(PaidRequest request, string clientToken, ActivityContext context, CancellationToken cancellationToken)
    {
        try
        {
            script.Run(request.Step);
        }
        catch (Exception e)
        {
            return Task.FromException<Submitted>(e);
        }

        return Task.FromResult(new Submitted("job-1"));
    }
}
