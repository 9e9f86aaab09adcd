using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Queries;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Queries;

/// <summary>A look-up that is one API call; its answer comes back as the service gave it.</summary>
/// <typeparam name="TInput">Input record.</typeparam>
public abstract class VodQuery<TInput>(QueryServices services) : Query<TInput, JsonObject>, IPlannedQuery
    where TInput : TencentInput
{
    private const int MostTries = 4;

    /// <summary>The API action.</summary>
    protected abstract string Action { get; }

    /// <summary>True where the API's model needs a sub-application.</summary>
    protected virtual bool NeedsSubApp => false;

    /// <summary>False where the action takes no SubAppId at all.</summary>
    protected virtual bool TakesSubApp => true;

    /// <summary>False for calls that change something and must not be made twice.</summary>
    protected virtual bool SafeToRepeat => true;

    /// <summary>Checks the input and makes the request members, without SubAppId.</summary>
    protected abstract JsonObject Build(TInput input, InputChecks checks);

    /// <inheritdoc/>
    public override async Task<JsonObject> RunAsync(TInput input, CancellationToken cancellationToken)
    {
        input = Read(input);
        var body = Checked(input);
        if (TakesSubApp && await services.SubApps.ResolveAsync(input.SubAppId, input.AppName, NeedsSubApp, cancellationToken) is { } subAppId) body["SubAppId"] = subAppId;
        return await CallAsync(new VodCall(Action, body) { Region = input.Region, SafeToRepeat = SafeToRepeat }, cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<PlannedRequest> Plan(object input)
    {
        var given = Read((TInput)input);
        var body = Checked(given);
        if (TakesSubApp && services.SubApps.Known(given.SubAppId, given.AppName, NeedsSubApp) is { } subAppId) body["SubAppId"] = subAppId;
        var calls = new PlannedCalls(services.Settings, TakesSubApp ? given : given with { AppName = null });
        calls.Call(QueryStep, Action, body, given.Region);
        return calls.Requests;
    }

    /// <summary>Tag of the one step of a look-up.</summary>
    internal const string QueryStep = "ASK";

    /// <summary>The input as it is meant.</summary>
    protected virtual TInput Read(TInput input) => input;

    private JsonObject Checked(TInput input)
    {
        var checks = new InputChecks();
        var body = Build(input, checks);
        checks.ThrowIfAny();
        return body;
    }

    /// <summary>Makes the call; throttling and failures that certainly changed nothing are tried again with growing pauses.</summary>
    protected async Task<JsonObject> CallAsync(VodCall call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await services.Client.CallAsync(call, cancellationToken);
            }
            catch (FlowException e) when (e is not OutcomeUnknownException && e.Error.Retryable && attempt < MostTries)
            {
                // The pacer makes a throttled action wait by itself.
                if (e.Error.Code != ErrorCodes.ProviderThrottled) await Task.Delay(TimeSpan.FromSeconds(attempt), services.Time, cancellationToken);
            }
        }
    }
}
