namespace MediaFlows.Api.Batches;

/// <summary>A manifest in media storage, named by its content: the same bytes sent twice are one blob.</summary>
/// <param name="Name">Name in media storage.</param>
/// <param name="Format"><c>jsonl</c> or <c>csv</c>.</param>
internal sealed record ReceivedManifest(string Name, string Format);
