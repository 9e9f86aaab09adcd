namespace MediaFlows.Providers.Tencent.Catalogues;

/// <summary>One image or video model. A member that is null says that the document says nothing.</summary>
/// <param name="Name">Name that is sent, exact case.</param>
/// <param name="Versions">Known versions.</param>
/// <param name="DefaultVersion">The version when none is given.</param>
public sealed record AigcModel(string Name, IReadOnlyList<string> Versions, string DefaultVersion)
{
    /// <summary>Aspect ratios; empty when the model takes none.</summary>
    public IReadOnlyList<string>? AspectRatios { get; init; }

    /// <summary>Resolutions in the model's own spelling; empty when it takes none.</summary>
    public IReadOnlyList<string>? Resolutions { get; init; }

    /// <summary>Durations in seconds.</summary>
    public IReadOnlyList<int>? Durations { get; init; }

    /// <summary>Most reference files.</summary>
    public int? MaxReferences { get; init; }

    /// <summary>True when a reference may carry a text of its own.</summary>
    public bool ReferenceText { get; init; }

    /// <summary>Versions that take a last frame; empty when none does, null when all may.</summary>
    public IReadOnlyList<string>? LastFrameVersions { get; init; }

    /// <summary>Resolution that a version needs when a last frame is given.</summary>
    public IReadOnlyDictionary<string, string>? LastFrameResolution { get; init; }

    /// <summary>True when a last frame goes with at most one reference.</summary>
    public bool LastFrameWithOneReference { get; init; }

    /// <summary>Versions that work from an image only.</summary>
    public IReadOnlyList<string>? ImageRequiredVersions { get; init; }

    /// <summary>Versions that take custom elements.</summary>
    public IReadOnlyList<string>? ElementVersions { get; init; }

    /// <summary>Scene types.</summary>
    public IReadOnlyList<string>? SceneTypes { get; init; }
}
