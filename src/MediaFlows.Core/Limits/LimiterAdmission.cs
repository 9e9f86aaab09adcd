using System.Collections.Concurrent;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Limits.Flows;
using MediaFlows.Core.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Limits;

/// <summary>Asks the provider's limiter, an instance of <see cref="LimiterFlow"/> that is started when it is first needed.</summary>
public sealed class LimiterAdmission : IAdmission
{
    private const int MostTries = 3;

    // The host's client knows the catalog, and the catalog the activities that ask here: so the client is asked for when it is needed.
    private readonly IServiceProvider _services;
    private readonly LimitSettings _limits;
    private readonly FlowSerializer _serializer;
    private readonly ConcurrentDictionary<string, bool> _started = new(StringComparer.Ordinal);

    /// <summary>Limits by <paramref name="limits"/>.</summary>
    public LimiterAdmission(IServiceProvider services, LimitSettings limits, FlowSerializer serializer)
    {
        _services = services;
        _limits = limits;
        _serializer = serializer;
    }

    /// <inheritdoc/>
    public async Task<string?> AskAsync(string provider, string instanceId, string step, CancellationToken cancellationToken)
    {
        var limits = _limits.For(provider);
        if (!limits.LimitsSubmits) return null;
        var limiter = LimiterFlow.InstanceOf(provider);
        var client = _services.GetRequiredService<IFlowClient>();
        var news = _serializer.ToElement(new LimiterNews(instanceId, step) { Limits = limits });
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (!_started.ContainsKey(provider)) await StartAsync(client, provider, limiter, cancellationToken);
                await client.RaiseEventAsync(limiter, LimiterFlow.NewsEvent, news, cancellationToken);
                return limiter;
            }
            catch (FlowException e) when (e.Error.Code is ErrorCodes.InstanceNotFound or ErrorCodes.InvalidState && tries < MostTries)
            {
                // A person ended or purged it. Who was admitted by it is not counted any more, and who waits asks again.
                _started.TryRemove(provider, out _);
            }
        }
    }

    private async Task StartAsync(IFlowClient client, string provider, string limiter, CancellationToken cancellationToken)
    {
        try
        {
            await client.StartAsync(new FlowStart { Flow = LimiterFlow.Ref.Name, InstanceId = limiter, Input = new LimiterInput(provider) }, cancellationToken);
        }
        catch (FlowException e) when (e.Error.Code == ErrorCodes.InstanceExists)
        {
            if (await client.GetAsync(limiter, cancellationToken) is { } there && there.Status.IsEnded())
                await client.RestartAsync(limiter, sameId: true, cancellationToken);
        }

        _started[provider] = true;
    }
}
