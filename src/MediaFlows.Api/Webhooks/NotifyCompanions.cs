using MediaFlows.Core.Client;
using MediaFlows.Core.Webhooks;
using MediaFlows.Core.Webhooks.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Api.Webhooks;

/// <summary>Starts the companions that tell webhooks.</summary>
public sealed class NotifyCompanions
{
    private readonly IFlowClient _client;
    private readonly IInstanceIds _ids;
    private readonly IServiceProvider _services;

    /// <summary>Starts through <paramref name="client"/>; the sender is asked for when a start wants a webhook.</summary>
    public NotifyCompanions(IFlowClient client, IInstanceIds ids, IServiceProvider services)
    {
        _client = client;
        _ids = ids;
        _services = services;
    }

    /// <summary>Checks form and address of a receiver.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF1001</c>, <c>MF5002</c>.</exception>
    public async Task CheckAsync(NotifyRequest notify, CancellationToken cancellationToken)
    {
        NotifyRules.Check(notify);
        await _services.GetRequiredService<IWebhookSender>().CheckAsync(notify.Url, cancellationToken);
    }

    /// <summary>
    /// Starts the companion of <paramref name="start"/> and returns the start with its id in it. The companion comes first, so that no end can be missed;
    /// one whose instance then never came to be finds that out and ends by itself.
    /// </summary>
    public async Task<FlowStart> StartAsync(FlowStart start, NotifyRequest notify, CancellationToken cancellationToken)
    {
        var id = start.InstanceId ?? _ids.NewId();
        var companion = await _client.StartAsync(
            new FlowStart
            {
                Flow = NotifyFlow.Ref.Name,
                Input = new NotifyInput { InstanceId = id, Url = notify.Url, Secret = notify.Secret, Events = notify.Events },
                TraceParent = start.TraceParent,
                TraceState = start.TraceState,
            },
            cancellationToken);
        return start with { InstanceId = id, NotifyInstanceId = companion };
    }
}
