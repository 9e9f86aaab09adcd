using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.BytePlus.Api;
using MediaFlows.Providers.BytePlus.Api.Contracts;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>
/// Starts an enhancement (<c>StartExecution</c>, 2025-07-01). BytePlus returns the same run for the same client token, but only while that
/// run is unfinished: soon after an unknown outcome the same token is sent again, later a person decides, since a finished run would be
/// paid twice.
/// </summary>
public sealed class SubmitEnhance(VodClient client, SubmissionServices services) : ChargedSubmitActivity<EnhanceRequest>(services)
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SubmitInput<EnhanceRequest>, SubmitReceipt> Ref = new("byteplus.submit-enhance");

    /// <summary>
    /// How long after a try its run is taken to be unfinished: short, because a finished run would be started and paid for a second time.
    /// </summary>
    public static readonly TimeSpan SameTokenWindow = TimeSpan.FromSeconds(20);

    private readonly TimeProvider _time = services.Time;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    protected override string Provider => BytePlusNames.Provider;

    /// <inheritdoc/>
    protected override SubmitRecovery Recovery => SubmitRecovery.LookUp;

    /// <summary>Where durations of such jobs are learned.</summary>
    public static string Durations(EnhanceRequest request) => $"byteplus.enhance/{request.Resolution ?? "source"}/{request.RepairStyle}";

    /// <inheritdoc/>
    protected override string DurationKey(EnhanceRequest request) => Durations(request);

    /// <inheritdoc/>
    protected override async Task<Submitted> SubmitAsync(EnhanceRequest request, string clientToken, ActivityContext context, CancellationToken cancellationToken)
    {
        var call = VodCalls.StartExecution(request, clientToken);
        try
        {
            var result = await client.CallAsync<StartExecutionResult>(call, cancellationToken);
            return result.RunId is { Length: > 0 } id
                ? new Submitted(id)
                : throw VolcengineFailures.Missing(BytePlusNames.Provider, call, "RunId");
        }
        catch (FlowException e) when (e is not OutcomeUnknownException && ProAllowlist.Applies(e.Error, request.RepairStyle))
        {
            throw ProAllowlist.Explain(e);
        }
    }

    // There is no list of runs; "certainly absent" here means that sending the same token again cannot make a second run.
    /// <inheritdoc/>
    protected override Task<Submitted?> LookUpAsync(EnhanceRequest request, SubmissionRecord record, CancellationToken cancellationToken) =>
        _time.GetUtcNow() - record.UpdatedAt <= SameTokenWindow
            ? Task.FromResult<Submitted?>(null)
            : throw new OutcomeUnknownException(new FlowError(ErrorCodes.ProviderUnavailable, "The run of the earlier try may have finished, and then BytePlus would start another one.")
            {
                Provider = BytePlusNames.Provider,
            });
}
