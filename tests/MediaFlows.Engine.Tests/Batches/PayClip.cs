using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Engine.Tests.Batches;

/// <summary>Pays for one clip.</summary>
public sealed class PayClip(SubmissionServices services, ClipCloud cloud) : ChargedSubmitActivity<string>(services)
{
    public static readonly ActivityRef<SubmitInput<string>, SubmitReceipt> Ref = new("clip.pay");

    public override string Name => Ref.Name;

    protected override string Provider => "clip";

    protected override SubmitRecovery Recovery => SubmitRecovery.SameToken;

    protected override string DurationKey(string request) => "clip";

    protected override Task<Submitted> SubmitAsync(string request, string clientToken, ActivityContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new Submitted(cloud.Submit(clientToken, request)));
}
