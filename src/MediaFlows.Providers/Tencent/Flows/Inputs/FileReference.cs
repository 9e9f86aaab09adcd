using MediaFlows.Core.Media;

namespace MediaFlows.Providers.Tencent.Flows.Inputs;

/// <summary>What a text in the place of a FileId means, in the document's order: a path, a link, an id; beside them <c>blob:</c> and a name in media storage.</summary>
/// <param name="FileId">An id, or null.</param>
/// <param name="Source">A path or a link, or null.</param>
public sealed record FileReference(string? FileId, MediaSource? Source)
{
    private const string BlobPrefix = "blob:";

    /// <summary>Reads <paramref name="text"/>; nothing gives nothing.</summary>
    public static FileReference Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return new FileReference(null, null);
        var value = text.Trim();
        if (IsLink(value)) return new FileReference(null, new MediaSource { Url = value });
        if (value.StartsWith(BlobPrefix, StringComparison.Ordinal)) return new FileReference(null, new MediaSource { Blob = value[BlobPrefix.Length..] });
        return value.AsSpan().ContainsAny('/', '\\', '.') ? new FileReference(null, new MediaSource { File = value }) : new FileReference(value, null);
    }

    /// <summary>True for an http or https address.</summary>
    public static bool IsLink(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
