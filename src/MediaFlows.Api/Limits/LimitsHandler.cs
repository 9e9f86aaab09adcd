using System.Text.Json.Nodes;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Client;
using MediaFlows.Core.Limits;
using MediaFlows.Core.Limits.Flows;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Limits;

/// <summary><c>GET /api/limits</c>.</summary>
public sealed class LimitsHandler
{
    private readonly LimitSettings _limits;
    private readonly IFlowClient _client;

    /// <summary>Shows <paramref name="limits"/> and what their limiters report.</summary>
    public LimitsHandler(LimitSettings limits, IFlowClient client)
    {
        _limits = limits;
        _client = client;
    }

    /// <summary>Every provider that has a limit.</summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var items = new List<LimitDocument>();
        foreach (var (provider, limits) in _limits.All)
            if (limits != ProviderLimits.None) items.Add(await ReadAsync(provider, limits, context.RequestAborted));
        return ApiJson.Result(new LimitsDocument(items));
    }

    private async Task<LimitDocument> ReadAsync(string provider, ProviderLimits limits, CancellationToken cancellationToken)
    {
        var document = new LimitDocument(provider, limits);
        if (!limits.LimitsSubmits || await _client.GetAsync(LimiterFlow.InstanceOf(provider), cancellationToken) is not { } limiter) return document;
        var use = limiter.Progress?["limits"] as JsonObject;
        return document with { Running = (int?)use?["running"], Waiting = (int?)use?["waiting"] ?? 0, Limiter = limiter.Id };
    }
}
