namespace MediaFlows.Providers.Tencent.Catalogues;

/// <summary>One chat model.</summary>
/// <param name="Id">Name that is sent.</param>
/// <param name="Thinking">True when it takes <c>thinking_enabled</c>.</param>
public sealed record ChatModel(string Id, bool Thinking)
{
    /// <summary>What it accepts beside text: <c>image</c>, <c>audio</c>, <c>video</c>.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];
}
