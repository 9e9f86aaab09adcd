using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Paths in playlists. All files lie below the first playlist's folder: nothing else can be kept beside it in storage.</summary>
public static class ManifestPaths
{
    /// <summary>The path of <paramref name="named"/> from the first playlist's folder, when the playlist at <paramref name="playlist"/> names it.</summary>
    /// <exception cref="InvalidInputException">It is a link, an absolute path, or lies outside.</exception>
    public static string Resolve(string playlist, string named)
    {
        var path = Uri.UnescapeDataString(named.Split('?', '#')[0]).Replace('\\', '/');
        if (path.Length == 0 || path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal))
            throw Outside(playlist, named);
        var parts = new List<string>(playlist.Split('/')[..^1]);
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else throw Outside(playlist, named);
        }

        return string.Join('/', parts);
    }

    /// <summary>The source at <paramref name="path"/> from the folder of <paramref name="playlist"/>.</summary>
    public static MediaSource Beside(MediaSource playlist, string path) => playlist.Blob is { } blob
        ? new MediaSource { Blob = blob[..(blob.LastIndexOf('/') + 1)] + path }
        : new MediaSource { File = Path.Combine(Path.GetDirectoryName(playlist.File!) ?? "", path.Replace('/', Path.DirectorySeparatorChar)) };

    private static InvalidInputException Outside(string playlist, string named) => new(
        "source",
        $"The playlist {playlist} names '{Core.Redaction.SignedUrls.RedactAll(named)}', which does not lie in its folder. A local playlist is uploaded with the files beside it; of one on a server give the address.");
}
