namespace MediaFlows.Providers.Tencent.Catalogues;

/// <summary>System template ids that the operations choose by name.</summary>
public sealed record ProcessTemplates
{
    /// <summary>The templates as shipped.</summary>
    public static ProcessTemplates Current { get; } = DataFile.Read<ProcessTemplates>("process-templates.json");

    /// <summary>Transcode by quality.</summary>
    public required IReadOnlyDictionary<string, long> Transcode { get; init; }

    /// <summary>Remux by container.</summary>
    public required IReadOnlyDictionary<string, long> Remux { get; init; }

    /// <summary>Enhance by scene and resolution.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Enhance { get; init; }

    /// <summary>Scene transcode by scene, resolution and priority.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>>> SceneTranscode { get; init; }

    /// <summary>The preset that is recommended where a template must be named.</summary>
    public required IReadOnlyDictionary<string, long> Presets { get; init; }

    /// <summary>Image understanding.</summary>
    public required long Understand { get; init; }

    /// <summary>Models of image understanding, by the names the document gives them.</summary>
    public required IReadOnlyList<string> UnderstandModels { get; init; }

    /// <summary>Knowledge import.</summary>
    public required IReadOnlyList<KnowledgeTemplate> Knowledge { get; init; }
}
