using MediaFlows.Core.Errors;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Client;

/// <summary>Carries the bound client from a function's parameter to the handlers that it calls, along the asynchronous flow of the call.</summary>
public sealed class BoundDurableClient : IDurableClientSource
{
    private readonly AsyncLocal<DurableTaskClient?> _client = new();

    /// <inheritdoc/>
    public DurableTaskClient Current => _client.Value ?? throw new FlowException(ErrorCodes.Internal, "This function has no durable client binding.");

    /// <summary>Makes <paramref name="client"/> the current one for the caller and what it calls.</summary>
    public void Use(DurableTaskClient client) => _client.Value = client;
}
