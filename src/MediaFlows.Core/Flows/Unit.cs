namespace MediaFlows.Core.Flows;

/// <summary>The output of an activity or flow that has none; serialized as <c>{}</c>.</summary>
public sealed record Unit
{
    /// <summary>The only value.</summary>
    public static Unit Value { get; } = new();
}
