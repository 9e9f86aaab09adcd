using MediaFlows.Core.Client;
using Microsoft.Extensions.Hosting;

namespace MediaFlows.Api.Start;

/// <summary>Waits for the end of an instance without polling.</summary>
public sealed class EndWait
{
    private readonly IFlowClient _client;
    private readonly TimeProvider _time;
    private readonly CancellationToken _stopping;

    /// <summary>Watches through <paramref name="client"/>; a host that stops keeps nobody waiting.</summary>
    public EndWait(IFlowClient client, TimeProvider time, IHostApplicationLifetime? lifetime = null)
    {
        _client = client;
        _time = time;
        _stopping = lifetime?.ApplicationStopping ?? CancellationToken.None;
    }

    /// <summary>The ended instance with input and output, or null when it has not ended after <paramref name="limit"/>.</summary>
    public async Task<FlowInstance?> ForAsync(string id, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _stopping, cancellationToken);
        try
        {
            await foreach (var instance in _client.WatchAsync(id, either.Token))
                if (instance.Status.IsEnded()) return await _client.GetAsync(id, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over; the caller gets 202 and the status URL.
        }

        return null;
    }
}
