using System.ComponentModel;
using MediaFlows.Core.Media;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Api.Tests.Sample;

public sealed record SampleInput
{
    [Description("What to paint.")]
    public required string Title { get; init; }

    [Description("The colour.")]
    public SampleColour? Colour { get; init; }

    public MediaSource? Source { get; init; }

    [Sensitive]
    public string? Password { get; init; }

    public int? Count { get; init; }
}

public enum SampleColour
{
    DarkRed,
    LightBlue,
}
