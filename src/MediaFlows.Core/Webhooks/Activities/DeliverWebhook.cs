using System.Globalization;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Webhooks.Activities;

/// <summary>Signs and posts one event, once. Whatever the receiver does is an answer, so the flow's schedule alone decides about another try.</summary>
public sealed class DeliverWebhook : Activity<DeliverWebhookInput, WebhookAnswer>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<DeliverWebhookInput, WebhookAnswer> Ref = new("mediaflows.deliver-webhook");

    private readonly IServiceProvider _services;
    private readonly TimeProvider _time;

    /// <summary>Posts through the <see cref="IWebhookSender"/> of <paramref name="services"/>, which a host without webhooks need not have.</summary>
    public DeliverWebhook(IServiceProvider services, TimeProvider time)
    {
        _services = services;
        _time = time;
    }

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override Task<WebhookAnswer> RunAsync(ActivityContext context, DeliverWebhookInput input, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["webhook-id"] = input.Id,
            ["webhook-timestamp"] = now.ToString(CultureInfo.InvariantCulture),
            ["webhook-signature"] = WebhookSignature.Make(input.Secret, input.Id, now, input.Body),
        };
        if (context.TraceParent is { } trace) headers["traceparent"] = trace;
        if (context is { TraceParent: not null, TraceState: { } state }) headers["tracestate"] = state;
        return _services.GetRequiredService<IWebhookSender>().SendAsync(new WebhookRequest(input.Url, input.Body, CloudEvents.ContentType, headers), cancellationToken);
    }
}
