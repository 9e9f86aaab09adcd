using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;

namespace MediaFlows.Api.Instances;

/// <summary>Finds instances that must be there.</summary>
internal static class InstanceLookup
{
    /// <exception cref="FlowException"><c>MF2001</c>.</exception>
    public static async Task<FlowInstance> RequireAsync(this IFlowClient client, string id, CancellationToken cancellationToken) =>
        await client.GetAsync(id, cancellationToken) ?? throw Missing(id);

    public static FlowException Missing(string id) =>
        new(ErrorCodes.InstanceNotFound, $"There is no instance '{id}'.", "It was never started on this hub, or it was purged. GET /api/flows lists what there is.");
}
