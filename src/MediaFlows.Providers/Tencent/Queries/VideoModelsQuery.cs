using MediaFlows.Providers.Tencent.Catalogues;

namespace MediaFlows.Providers.Tencent.Queries;

/// <summary>Lists the video models; chat and image models have lists of their own.</summary>
public sealed class VideoModelsQuery : LocalQuery<AigcModels>
{
    /// <inheritdoc/>
    public override string Name => "tencent.aigc-video-models";

    /// <inheritdoc/>
    public override string Description => "Lists the video models of Tencent Cloud VOD.";

    /// <inheritdoc/>
    public override Task<AigcModels> RunAsync(NoInput input, CancellationToken cancellationToken) => Task.FromResult(AigcModels.Video);
}
