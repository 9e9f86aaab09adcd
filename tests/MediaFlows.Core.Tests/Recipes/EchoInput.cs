namespace MediaFlows.Core.Tests.Recipes;

internal sealed record EchoInput
{
    public required string Text { get; init; }

    public int Count { get; init; }

    public string? Mode { get; init; }
}
