namespace MediaFlows.Storage.Media.Urls;

/// <summary>What a URL gives.</summary>
/// <param name="Content">The bytes that were asked for.</param>
/// <param name="Version">Version of the whole, or null where the server does not say.</param>
/// <param name="ContentType">Media type, or null where the server does not say.</param>
internal sealed record UrlBody(Stream Content, string? Version, string? ContentType);
