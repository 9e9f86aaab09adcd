namespace MediaFlows.Providers.Tencent.Catalogues;

/// <summary>The list of chat models; not the image or video one.</summary>
/// <param name="Default">The model when none is named.</param>
/// <param name="Models">All documented ones.</param>
/// <param name="Offline">Models that were withdrawn.</param>
public sealed record ChatModels(string Default, IReadOnlyList<ChatModel> Models, IReadOnlyList<string> Offline)
{
    /// <summary>The list as shipped.</summary>
    public static ChatModels Current { get; } = DataFile.Read<ChatModels>("chat-models.json");

    /// <summary>The model of that id, or null.</summary>
    public ChatModel? Find(string id) => Models.FirstOrDefault(m => m.Id == id);
}
