using MediaFlows.Core.Media;

namespace MediaFlows.Providers.Tencent.Flows.Inputs;

/// <summary>A file that gets its FileId in the run: uploaded when it is local, fetched by the service when it is a link.</summary>
/// <param name="Source">Where it is.</param>
/// <param name="Type">Extension without dot.</param>
/// <param name="Name">Name without extension.</param>
public sealed record PendingMedia(MediaSource Source, string Type, string Name)
{
    /// <summary>Bytes of a local file.</summary>
    public long Length { get; init; }

    /// <summary>Version of a local file, so that one upload never mixes two contents.</summary>
    public string? Version { get; init; }

    /// <summary>Stands in requests for the FileId of upload number <paramref name="index"/> (from 0) until it is known.</summary>
    public static string Placeholder(int index) => $"{{FileId of upload {index + 1}}}";
}
