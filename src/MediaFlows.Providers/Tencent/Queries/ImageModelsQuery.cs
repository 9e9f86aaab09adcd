using MediaFlows.Providers.Tencent.Catalogues;

namespace MediaFlows.Providers.Tencent.Queries;

/// <summary>Lists the image models; chat and video models have lists of their own.</summary>
public sealed class ImageModelsQuery : LocalQuery<AigcModels>
{
    /// <inheritdoc/>
    public override string Name => "tencent.aigc-image-models";

    /// <inheritdoc/>
    public override string Description => "Lists the image models of Tencent Cloud VOD.";

    /// <inheritdoc/>
    public override Task<AigcModels> RunAsync(NoInput input, CancellationToken cancellationToken) => Task.FromResult(AigcModels.Image);
}
