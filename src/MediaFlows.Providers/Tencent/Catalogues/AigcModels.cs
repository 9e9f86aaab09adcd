namespace MediaFlows.Providers.Tencent.Catalogues;

/// <summary>A list of generation models: one for images, another for videos.</summary>
/// <param name="Models">All documented ones.</param>
public sealed record AigcModels(IReadOnlyList<AigcModel> Models)
{
    /// <summary>The image models.</summary>
    public static AigcModels Image { get; } = DataFile.Read<AigcModels>("image-models.json");

    /// <summary>The video models.</summary>
    public static AigcModels Video { get; } = DataFile.Read<AigcModels>("video-models.json");

    /// <summary>The model that is taken when none is named; null where one must be named.</summary>
    public string? Default { get; init; }

    /// <summary>The model of that name, exact case, or null.</summary>
    public AigcModel? Find(string name) => Models.FirstOrDefault(m => m.Name == name);
}
