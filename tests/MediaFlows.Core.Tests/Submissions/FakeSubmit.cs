using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Core.Tests.Submissions;

/// <summary>A charged submit whose provider is a script; counts what was accepted.</summary>
internal sealed class FakeSubmit(SubmissionServices services, SubmitRecovery recovery = SubmitRecovery.None) : ChargedSubmitActivity<FakeRequest>(services)
{
    public static readonly ActivityRef<SubmitInput<FakeRequest>, SubmitReceipt> Ref = new("fake.submit");

    /// <summary>What each call does, in order; when empty a call is accepted.</summary>
    public Queue<Func<Submitted>> Script { get; } = new();

    public Func<Submitted?>? OnLookUp { get; set; }

    public List<string> Tokens { get; } = [];

    public int Accepted { get; private set; }

    public override string Name => Ref.Name;

    protected override string Provider => "fake";

    protected override SubmitRecovery Recovery => recovery;

    /// <summary>The provider accepts; the answer may be lost by the caller's script.</summary>
    public Submitted Accept() => new($"job-{++Accepted}");

    public static FlowException Fail(bool retryable) => new(new FlowError(retryable ? ErrorCodes.ProviderThrottled : ErrorCodes.ProviderRefused, "No.") { Retryable = retryable });

    public static OutcomeUnknownException NoAnswer() => new(new FlowError(ErrorCodes.ProviderUnavailable, "No answer.") { Retryable = true });

    protected override string DurationKey(FakeRequest request) => "fake";

    protected override Task<Submitted> SubmitAsync(FakeRequest request, string clientToken, ActivityContext context, CancellationToken cancellationToken)
    {
        Tokens.Add(clientToken);
        try
        {
            return Task.FromResult(Script.TryDequeue(out var step) ? step() : Accept());
        }
        catch (FlowException e)
        {
            return Task.FromException<Submitted>(e);
        }
    }

    protected override Task<Submitted?> LookUpAsync(FakeRequest request, SubmissionRecord record, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(OnLookUp?.Invoke());
        }
        catch (FlowException e)
        {
            return Task.FromException<Submitted?>(e);
        }
    }
}
