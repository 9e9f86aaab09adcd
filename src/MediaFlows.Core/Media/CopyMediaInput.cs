using System.ComponentModel;

namespace MediaFlows.Core.Media;

/// <summary>Input of <c>media.copy</c>.</summary>
public sealed record CopyMediaInput
{
    /// <summary>Where the file is.</summary>
    [Description("Where the file is.")]
    public required MediaSource Source { get; init; }

    /// <summary>Its name in media storage; an existing one is replaced.</summary>
    [Description("Its name in media storage.")]
    public required string To { get; init; }
}
