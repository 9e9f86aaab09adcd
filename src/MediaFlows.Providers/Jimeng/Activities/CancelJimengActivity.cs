using System.Text.Json;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;
using MediaFlows.Providers.Jimeng.Api;

namespace MediaFlows.Providers.Jimeng.Activities;

/// <summary>Asks the service to cancel a task (<c>CVCancelTask</c>); false when it is being made already.</summary>
public sealed class CancelJimengActivity(JimengClient client, FlowSerializer serializer) : Activity<JsonElement, bool>
{
    /// <summary>What the flow calls.</summary>
    public static readonly ActivityRef<JsonElement, bool> Ref = new("jimeng.cancel-video");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override Task<bool> RunAsync(ActivityContext context, JsonElement input, CancellationToken cancellationToken) =>
        client.CancelAsync(serializer.FromElement<JimengTarget>(input)!, cancellationToken);
}
