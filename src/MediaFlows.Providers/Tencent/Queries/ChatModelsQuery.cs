using MediaFlows.Providers.Tencent.Catalogues;

namespace MediaFlows.Providers.Tencent.Queries;

/// <summary>Lists the chat models; image and video models have lists of their own.</summary>
public sealed class ChatModelsQuery : LocalQuery<ChatModels>
{
    /// <inheritdoc/>
    public override string Name => "tencent.aigc-chat-models";

    /// <inheritdoc/>
    public override string Description => "Lists the chat models of Tencent Cloud VOD.";

    /// <inheritdoc/>
    public override Task<ChatModels> RunAsync(NoInput input, CancellationToken cancellationToken) => Task.FromResult(ChatModels.Current);
}
