using MediaFlows.Core.Media;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>One video of a batch as it was when the batch was checked.</summary>
/// <param name="Source">Where it is read from.</param>
/// <param name="Name">Base file name; the report names the video by it.</param>
/// <param name="Length">Bytes.</param>
public sealed record EvaluationVideo(MediaSource Source, string Name, long Length)
{
    /// <summary>Version of the content, or null where the source has none. An upload of another version is refused.</summary>
    public string? Version { get; init; }
}
