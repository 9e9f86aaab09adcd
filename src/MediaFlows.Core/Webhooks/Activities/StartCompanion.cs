using System.Security.Cryptography;
using System.Text;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Webhooks.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Webhooks.Activities;

/// <summary>
/// Starts the companion of an instance that another flow is about to start, and returns its id, which follows from the instance's: a second run of this
/// activity starts no second one.
/// </summary>
public sealed class StartCompanion : Activity<NotifyInput, string>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<NotifyInput, string> Ref = new("mediaflows.start-companion");

    private readonly IServiceProvider _services;

    /// <summary>Starts through the client of <paramref name="services"/>, which is looked up when it is needed.</summary>
    public StartCompanion(IServiceProvider services) => _services = services;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<string> RunAsync(ActivityContext context, NotifyInput input, CancellationToken cancellationToken)
    {
        NotifyRules.Check(new NotifyRequest { Url = input.Url, Secret = input.Secret, Events = input.Events });
        await _services.GetRequiredService<IWebhookSender>().CheckAsync(input.Url, cancellationToken);
        var client = _services.GetRequiredService<IFlowClient>();
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("notify\n" + input.InstanceId)))[..32];
        // An ended one is of an instance that was purged and whose id is used again.
        if (await client.GetAsync(id, cancellationToken) is { } before && before.Status.IsEnded()) await client.PurgeAsync(id, cancellationToken);
        try
        {
            return await client.StartAsync(new FlowStart { Flow = NotifyFlow.Ref.Name, InstanceId = id, Input = input }, cancellationToken);
        }
        catch (FlowException e) when (e.Error.Code == ErrorCodes.InstanceExists)
        {
            return id;
        }
    }
}
