using System.Text.Json;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Webhooks.Activities;

/// <summary>Looks at the instance that a companion speaks for.</summary>
public sealed class ReadNotified : Activity<ReadNotifiedInput, NotifiedInstance>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<ReadNotifiedInput, NotifiedInstance> Ref = new("mediaflows.read-notified");

    // The host's client knows the catalog, and the catalog this activity: so the client is asked for when it is needed.
    private readonly IServiceProvider _services;
    private readonly FlowSerializer _serializer;

    /// <summary>Reads through the client of <paramref name="services"/>.</summary>
    public ReadNotified(IServiceProvider services, FlowSerializer serializer)
    {
        _services = services;
        _serializer = serializer;
    }

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<NotifiedInstance> RunAsync(ActivityContext context, ReadNotifiedInput input, CancellationToken cancellationToken)
    {
        var instance = await _services.GetRequiredService<IFlowClient>().GetAsync(input.InstanceId, cancellationToken);
        if (instance is null || instance.NotifyInstanceId != context.InstanceId) return new NotifiedInstance(State: null);
        if (instance.Resumes == input.EndNumber && !instance.Status.IsEnded())
            throw new FlowException(new FlowError(ErrorCodes.InvalidState, "The end of the instance is not visible yet.") { Retryable = true });
        return new NotifiedInstance(JsonNamingPolicy.CamelCase.ConvertName(instance.Status.ToString()))
        {
            Ended = instance.Status.IsEnded(),
            At = (instance.EndedAt ?? instance.UpdatedAt).UtcDateTime,
            Resumes = instance.Resumes,
            Document = NotifiedDocument.Of(instance, _serializer),
        };
    }
}
