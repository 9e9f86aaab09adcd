using System.Text.Json.Nodes;

namespace MediaFlows.Providers.MediaFormats;

/// <summary>A media source as people type it on a command line: a URL, <c>blob:name</c>, or a path.</summary>
public static class MediaArgument
{
    private const string BlobPrefix = "blob:";

    /// <summary>The source as JSON.</summary>
    public static JsonObject ToJson(string text) => text switch
    {
        _ when text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) => new JsonObject { ["url"] = text },
        _ when text.StartsWith(BlobPrefix, StringComparison.OrdinalIgnoreCase) => new JsonObject { ["blob"] = text[BlobPrefix.Length..] },
        _ => new JsonObject { ["file"] = text },
    };

    /// <summary>True when <paramref name="source"/> is a file of the caller's machine, which the host may need to be given.</summary>
    public static bool IsFile(JsonObject source) => source.ContainsKey("file");
}
