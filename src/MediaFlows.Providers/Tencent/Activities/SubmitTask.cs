using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Storage;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Api.Tasks;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>
/// Starts a paid task. The SessionId makes a repeated call harmless; what it does not give is the task of the first one, so an unknown
/// outcome is looked up in the task list first, and a person decides when the list does not show it.
/// </summary>
public class SubmitTask(SubmissionServices services, VodClient client, TaskLookUp lookUp, SessionRecords sessions)
    : ChargedSubmitActivity<VodTaskRequest>(services)
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SubmitInput<VodTaskRequest>, SubmitReceipt> Ref = new("tencent.submit-task");

    // After as many tries that all ended unknown, the task list will not show it any more either.
    private const int MostTries = 4;

    // How late a new task may appear in the task list.
    private static readonly TimeSpan ListingLag = TimeSpan.FromMinutes(1);

    private readonly SubmissionServices _services = services;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    protected override string Provider => TencentSettings.Provider;

    /// <inheritdoc/>
    protected override SubmitRecovery Recovery => SubmitRecovery.LookUp;

    /// <inheritdoc/>
    protected override string DurationKey(VodTaskRequest request) => request.DurationKey;

    /// <inheritdoc/>
    protected override async Task<Submitted> SubmitAsync(VodTaskRequest request, string clientToken, ActivityContext context, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var session = request.SessionId ?? clientToken;
        if (request.TakesSession) body["SessionId"] = session;
        JsonObject response;
        try
        {
            response = await client.CallAsync(new VodCall(request.Action, body) { Region = request.Region, SafeToRepeat = false }, cancellationToken);
        }
        catch (FlowException e) when (VodFailures.IsDuplicate(e.Error))
        {
            return await FindDuplicateAsync(request, session, e, cancellationToken);
        }

        var taskId = response.Text("TaskId") ?? throw new OutcomeUnknownException(new FlowError(ErrorCodes.ProviderAnswerUnreadable, $"{request.Action} was answered without a TaskId.")
        {
            Provider = Provider,
            ProviderRequestId = response.Text("RequestId"),
        });
        if (request.SessionId is not null) await RememberAsync(request, request.SessionId, taskId);
        response.Remove("RequestId");
        return new Submitted(taskId, response);
    }

    /// <inheritdoc/>
    protected override async Task<Submitted?> LookUpAsync(VodTaskRequest request, SubmissionRecord record, CancellationToken cancellationToken)
    {
        if (!request.TakesSession) return await ByFileAsync(request, record, cancellationToken);
        var found = await FindAsync(request, request.SessionId ?? record.ClientToken, record.CreatedAt, cancellationToken);
        if (found is not null) return new Submitted(found);
        // Calling again with the same session is safe: it is accepted once at most.
        return record.Tries < MostTries ? null : throw NotListed(request, null);
    }

    private async Task RememberAsync(VodTaskRequest request, string session, string taskId)
    {
        try
        {
            await sessions.PutAsync(request.Action, SubAppOf(request), session, taskId, CancellationToken.None);
        }
        catch (BlobStoreException)
        {
            // The ledger holds the task of this flow; the record only helps another flow with the same session, which can also ask the task list.
        }
    }

    private async Task<Submitted> FindDuplicateAsync(VodTaskRequest request, string session, FlowException refused, CancellationToken cancellationToken)
    {
        var since = _services.Time.GetUtcNow() - TimeSpan.FromDays(3);
        return await FindAsync(request, session, since, cancellationToken) is { } taskId ? new Submitted(taskId) : throw NotListed(request, refused.Error);
    }

    private async Task<string?> FindAsync(VodTaskRequest request, string session, DateTimeOffset since, CancellationToken cancellationToken) =>
        await sessions.FindAsync(request.Action, SubAppOf(request), session, cancellationToken)
        ?? await lookUp.BySessionAsync(session, SubAppOf(request), since, cancellationToken);

    private async Task<Submitted?> ByFileAsync(VodTaskRequest request, SubmissionRecord record, CancellationToken cancellationToken)
    {
        var listed = await lookUp.ByFileAsync(request.Body.Text("FileId") ?? "", request.TaskType, SubAppOf(request), record.CreatedAt, cancellationToken);
        var free = new List<string>();
        foreach (var id in listed)
            if (await _services.Ledger.FindInstanceAsync(Provider, id, cancellationToken) is null) free.Add(id);
        if (free.Count == 1) return new Submitted(free[0]);
        if (free.Count > 1) throw NotListed(request, null);
        var age = _services.Time.GetUtcNow() - record.UpdatedAt;
        if (age >= ListingLag) return null;
        throw new FlowException(new FlowError(ErrorCodes.ProviderUnavailable, $"{request.Action}: its task is not listed yet; it is looked for again before anything is sent.")
        {
            Provider = Provider,
            Retryable = true,
            RetryAfter = ListingLag - age,
        });
    }

    private static OutcomeUnknownException NotListed(VodTaskRequest request, FlowError? refused) => new(new FlowError(
        ErrorCodes.SubmitOutcomeUnknown,
        refused is null
            ? $"{request.Action} was sent, and the task list does not show its task for certain."
            : $"{request.Action} says that this submit was accepted before, and the task list does not show its task.")
    {
        Provider = TencentSettings.Provider,
        ProviderCode = refused?.ProviderCode,
        ProviderRequestId = refused?.ProviderRequestId,
        Hint = "Look for the task in the VOD console, then retry with its id.",
    });

    private static long? SubAppOf(VodTaskRequest request) => request.Body.Number("SubAppId") is { } id ? (long)id : null;
}
