using System.Security.Cryptography;
using System.Text;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;

namespace MediaFlows.Core.Submissions;

/// <summary>
/// A paid call that must not be made twice. Before the call an intent is recorded, after it the job id; when the step runs again it acts
/// on what the ledger knows: accepted returns the id, refused fails again, unknown is resolved by what the provider offers.
/// Providers derive one class per charged submit and say how to submit and how to recover.
/// </summary>
public abstract class ChargedSubmitActivity<TRequest> : Activity<SubmitInput<TRequest>, SubmitReceipt>
{
    // Each of these may have been paid for: the policy that permits it does not permit it without end.
    private const int MostTriesByPolicy = 3;

    private readonly SubmissionServices _services;
    private readonly PatientLedger _ledger;

    /// <summary>Takes the shared parts.</summary>
    protected ChargedSubmitActivity(SubmissionServices services)
    {
        _services = services;
        _ledger = new PatientLedger(services.Ledger, services.Time);
    }

    /// <summary>Provider name as in the catalog.</summary>
    protected abstract string Provider { get; }

    /// <summary>What the provider offers when an outcome is unknown.</summary>
    protected abstract SubmitRecovery Recovery { get; }

    /// <summary>Key under which durations of such jobs are learned, for example <c>byteplus.enhance/1080p</c>.</summary>
    protected abstract string DurationKey(TRequest request);

    /// <summary>
    /// Makes the call once. Throws <see cref="OutcomeUnknownException"/> when it was sent and no answer came (timeout, dropped connection,
    /// 5xx after sending); a retryable <see cref="FlowException"/> when it certainly was not accepted (throttled, connection refused);
    /// any other <see cref="FlowException"/> when the provider refused for good.
    /// </summary>
    protected abstract Task<Submitted> SubmitAsync(TRequest request, string clientToken, ActivityContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Looks for the job of an earlier try (<see cref="SubmitRecovery.LookUp"/> only). Returns it, or null when it is certain that there is none;
    /// throws <see cref="OutcomeUnknownException"/> when the look-up cannot tell.
    /// </summary>
    protected virtual Task<Submitted?> LookUpAsync(TRequest request, SubmissionRecord record, CancellationToken cancellationToken) =>
        Task.FromResult<Submitted?>(null);

    /// <inheritdoc/>
    public sealed override async Task<SubmitReceipt> RunAsync(ActivityContext context, SubmitInput<TRequest> input, CancellationToken cancellationToken)
    {
        if (await _services.Ledger.FindAsync(context.InstanceId, input.Step, cancellationToken) is not { } current)
        {
            if (await HoldBackAsync(context, input, cancellationToken) is { } heldBack) return heldBack;
            current = await BeginAsync(context, input, cancellationToken);
        }

        if (!current.Created)
        {
            CheckRequest(input, current.Record);
            if (input.Decision?.JobId is { } adopt && current.Record.State is SubmissionState.Intent or SubmissionState.NotSent)
                return await AcceptAsync(current, input.Request, new Submitted(adopt!), adopted: true);
            switch (current.Record.State)
            {
                case SubmissionState.Accepted:
                    return Receipt(current.Record, input.Request, adopted: current.Record.Adopted, details: null);
                case SubmissionState.Refused when input.Decision is null:
                    throw new FlowException(current.Record.Error!);
                case SubmissionState.Intent when await RecoverAsync(current, input, cancellationToken) is { } recovered:
                    return recovered;
            }

            // A refusal gave its reservation back, so a person who retries after removing the cause needs room for the charge anew. Reserving is repeatable.
            if (await HoldBackAsync(context, input, cancellationToken) is { } heldBack) return heldBack;
            current = await _services.Ledger.ReplaceAsync(current, Touch(current.Record) with { State = SubmissionState.Intent, Tries = current.Record.Tries + 1 }, cancellationToken);
        }

        return await CallAsync(context, current, input, cancellationToken);
    }

    /// <summary>What keeps a call from being made now: the provider's limits, then the charge limits. Null when nothing does.</summary>
    private async Task<SubmitReceipt?> HoldBackAsync(ActivityContext context, SubmitInput<TRequest> input, CancellationToken cancellationToken)
    {
        if (!input.Admitted && await _services.Admission.AskAsync(Provider, context.InstanceId, input.Step, cancellationToken) is { } limiter)
            return new SubmitReceipt { Limiter = limiter };
        return await _services.Gate.ReserveAsync(context.InstanceId, input.Step, Provider, cancellationToken) is { } error ? new SubmitReceipt { Attention = error } : null;
    }

    private Task<SubmissionEntry> BeginAsync(ActivityContext context, SubmitInput<TRequest> input, CancellationToken cancellationToken)
    {
        var now = _services.Time.GetUtcNow();
        return _services.Ledger.BeginAsync(
            new SubmissionRecord
            {
                InstanceId = context.InstanceId,
                Step = input.Step,
                Provider = Provider,
                ClientToken = Token(context.InstanceId, input.Step),
                RequestHash = Hash(input.Request),
                State = SubmissionState.Intent,
                Tries = 1,
                CreatedAt = now,
                UpdatedAt = now,
            },
            cancellationToken);
    }

    private async Task<SubmitReceipt?> RecoverAsync(SubmissionEntry current, SubmitInput<TRequest> input, CancellationToken cancellationToken)
    {
        if (input.Decision?.Resubmit == true || Recovery == SubmitRecovery.SameToken) return null;
        if (Recovery == SubmitRecovery.LookUp)
        {
            try
            {
                var job = await LookUpAsync(input.Request, current.Record, cancellationToken);
                return job is null ? null : await AcceptAsync(current, input.Request, job, adopted: true);
            }
            catch (OutcomeUnknownException e)
            {
                return input.OnAmbiguousSubmit == AmbiguousSubmit.Resubmit ? null : Unknown(current.Record, e.Error);
            }
        }

        return input.OnAmbiguousSubmit == AmbiguousSubmit.Resubmit ? null : Unknown(current.Record, null);
    }

    private async Task<SubmitReceipt> CallAsync(
        ActivityContext context, SubmissionEntry current, SubmitInput<TRequest> input, CancellationToken cancellationToken)
    {
        try
        {
            var submitted = await SubmitAsync(input.Request, current.Record.ClientToken, context, cancellationToken);
            return await AcceptAsync(current, input.Request, submitted, adopted: false);
        }
        catch (OutcomeUnknownException e)
        {
            // The intent stays. A deduplicating or searchable provider settles it on the next try of this step.
            if (Recovery != SubmitRecovery.None) throw new FlowException(e.Error with { Retryable = true }, e);
            if (input.OnAmbiguousSubmit == AmbiguousSubmit.Resubmit && current.Record.Tries < MostTriesByPolicy)
                throw new FlowException(e.Error with { Retryable = true }, e);
            return Unknown(current.Record, e.Error);
        }
        catch (FlowException e)
        {
            var state = e.Error.Retryable ? SubmissionState.NotSent : SubmissionState.Refused;
            await _ledger.ReplaceAsync(current, Touch(current.Record) with { State = state, Error = e.Error });
            if (!e.Error.Retryable) await _services.Gate.SettleAsync(current.Record.InstanceId, current.Record.Step, charged: false, CancellationToken.None);
            throw;
        }
    }

    private async Task<SubmitReceipt> AcceptAsync(SubmissionEntry current, TRequest request, Submitted submitted, bool adopted)
    {
        var record = Touch(current.Record) with { State = SubmissionState.Accepted, JobId = submitted.JobId, Adopted = adopted, Error = null };
        await _ledger.ReplaceAsync(current, record);
        await _services.Gate.SettleAsync(record.InstanceId, record.Step, charged: true, CancellationToken.None);
        return Receipt(record, request, adopted, submitted.Details);
    }

    private SubmitReceipt Receipt(SubmissionRecord record, TRequest request, bool adopted, System.Text.Json.Nodes.JsonNode? details) => new()
    {
        JobId = record.JobId,
        Adopted = adopted,
        TypicalSeconds = _services.Durations.Typical(DurationKey(request))?.TotalSeconds,
        Details = details,
    };

    private static SubmitReceipt Unknown(SubmissionRecord record, FlowError? cause) => new()
    {
        Attention = new FlowError(
            ErrorCodes.SubmitOutcomeUnknown,
            $"The paid call of step {record.Step} was sent to {record.Provider} and no answer came that says what became of it, so it is unknown whether the job exists. Nothing is submitted again by itself."
            + (cause is null ? "" : " " + cause.Message))
        {
            Provider = record.Provider,
            ProviderCode = cause?.ProviderCode,
            ProviderRequestId = cause?.ProviderRequestId,
            Document = cause?.Document?.DeepClone(),
            HttpStatus = cause?.HttpStatus,
            Hint = "Look for the job in the provider's console. Then retry with its job id to adopt it, or with resubmit to submit again.",
        },
    };

    private void CheckRequest(SubmitInput<TRequest> input, SubmissionRecord record)
    {
        if (record.RequestHash != Hash(input.Request))
            throw new FlowException(
                ErrorCodes.NonDeterminism,
                $"Step {input.Step} was recorded with another request than the one it is run with now. Nothing was called.",
                "Deploy the version that the instance was started with.");
    }

    private SubmissionRecord Touch(SubmissionRecord record) => record with { UpdatedAt = _services.Time.GetUtcNow() };

    private string Hash(TRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(request, _services.Serializer.Plain)));

    private static string Token(string instanceId, string step) =>
        "mf-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(instanceId + "\n" + step)))[..40];
}
