using System.Diagnostics;
using System.Text.Json;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Serialization;
using MediaFlows.Functions.Client;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Functions.Durable;

/// <summary>What every activity function does: reads the call, runs the catalog's activity, writes the result or the failure.</summary>
public sealed class ActivityRunner
{
    /// <summary>Name of the spans' source.</summary>
    public const string SourceName = "MediaFlows.Functions";

    private static readonly ActivitySource Source = new(SourceName);

    private readonly FlowCatalog _catalog;
    private readonly FlowSerializer _serializer;
    private readonly BoundDurableClient _client;
    private readonly ILogger<ActivityRunner> _logger;

    /// <summary>Runs activities of <paramref name="catalog"/>.</summary>
    public ActivityRunner(FlowCatalog catalog, FlowSerializer serializer, BoundDurableClient client, ILogger<ActivityRunner> logger)
    {
        _client = client;
        _catalog = catalog;
        _serializer = serializer;
        _logger = logger;
    }

    /// <summary>Runs <paramref name="name"/> once; <paramref name="client"/> is there for the instances that it starts, reads and tells.</summary>
    /// <exception cref="FlowFailureException">It failed; the flow's retry policy decides what follows.</exception>
    public async Task<JsonElement> RunAsync(string name, JsonElement call, DurableTaskClient client, CancellationToken cancellationToken)
    {
        _client.Use(client);
        var request = _serializer.FromElement<ActivityCall>(call)!;
        using var span = Span(name, request);
        try
        {
            var activity = _catalog.FindActivity(name) ?? throw new FlowException(ErrorCodes.Internal, $"No activity '{name}' is deployed.");
            var context = new Core.Activities.ActivityContext
            {
                InstanceId = request.InstanceId,
                ActivityName = name,
                Attempt = request.Attempt,
                TraceParent = span?.Id ?? request.TraceParent ?? System.Diagnostics.Activity.Current?.Id,
                TraceState = request.TraceState ?? System.Diagnostics.Activity.Current?.TraceStateString,
            };
            var output = await activity.RunAsync(context, request.Input.Deserialize(activity.InputType, _serializer.Options), cancellationToken);
            return JsonSerializer.SerializeToElement(output, activity.OutputType, _serializer.Options);
        }
        catch (FlowException e)
        {
            span?.SetStatus(ActivityStatusCode.Error, e.Error.Code);
            throw new FlowFailureException(new FlowOutcomeDocument(e.Error));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The worker is going down. Another one runs the step again; a paid call is safe through its ledger entry.
            throw new FlowFailureException(new FlowOutcomeDocument(new FlowError(ErrorCodes.Internal, $"The host stopped during {name}.") { Retryable = true }));
        }
        catch (Exception e)
        {
            _logger.LogError(e, "Activity {Activity} of {InstanceId} failed unexpectedly", name, request.InstanceId);
            span?.SetStatus(ActivityStatusCode.Error, ErrorCodes.Internal);
            throw new FlowFailureException(new FlowOutcomeDocument(UnexpectedFailure.Describe(e)));
        }
    }

    // The platform's own span is the parent where it continues the trace of the start; else the start's context is taken from the call,
    // so that provider calls belong to the request that caused them on every version and storage provider.
    private static System.Diagnostics.Activity? Span(string name, ActivityCall call)
    {
        var current = System.Diagnostics.Activity.Current?.Context ?? default;
        var parent = ActivityContextOf(call) is { } start && start.TraceId != current.TraceId ? start : current;
        var span = Source.StartActivity($"activity:{name}", ActivityKind.Server, parent);
        span?.SetTag("durabletask.type", "activity").SetTag("durabletask.task.name", name).SetTag("durabletask.task.instance_id", call.InstanceId);
        if (span is { TraceStateString: null or "" }) span.TraceStateString = TraceCarrier.State(call.TraceParent, call.TraceState);
        return span ?? (parent == current ? null : TraceCarrier.Continue(name, call.TraceParent, call.TraceState));
    }

    private static System.Diagnostics.ActivityContext? ActivityContextOf(ActivityCall call) =>
        System.Diagnostics.ActivityContext.TryParse(call.TraceParent, call.TraceState, out var context) ? context : null;
}
