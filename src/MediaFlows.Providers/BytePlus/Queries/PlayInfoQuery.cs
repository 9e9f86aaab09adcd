using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Queries;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Queries;

/// <summary>The play URLs of an asset (<c>GetPlayInfo</c>, 2023-01-01), as the provider answers. Only published assets have some.</summary>
public sealed class PlayInfoQuery(VodClient client) : Query<PlayInfoQueryInput, JsonObject>
{
    /// <inheritdoc/>
    public override string Name => "byteplus.play-info";

    /// <inheritdoc/>
    public override string Description => "Play URLs of a published asset.";

    /// <inheritdoc/>
    public override async Task<JsonObject> RunAsync(PlayInfoQueryInput input, CancellationToken cancellationToken)
    {
        var vid = (input.Vid ?? "").Trim();
        if (vid.StartsWith("vid://", StringComparison.OrdinalIgnoreCase)) vid = vid["vid://".Length..];
        if (vid.Length == 0) throw new InvalidInputException("vid", "Name the asset.");
        return (await client.CallAsync(VodCalls.GetPlayInfo(vid), cancellationToken)).DeepClone().AsObject();
    }
}
