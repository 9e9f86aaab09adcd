using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Media.Urls;

/// <summary>File names of URLs.</summary>
internal static class UrlNames
{
    /// <summary>The last part of the path; where it has no extension, the name that the server gives the file, if it gives one.</summary>
    public static string Of(GuardedResponse answer)
    {
        var path = answer.Url.AbsolutePath;
        var last = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
        if (Path.HasExtension(last)) return Plain(last);
        var disposition = answer.ContentHeaders.ContentDisposition;
        var given = (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"');
        return Plain(string.IsNullOrWhiteSpace(given) ? last : given);
    }

    // Decoding may bring slashes and worse back in; a name is one segment.
    private static string Plain(string name)
    {
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return new string([.. name.Where(c => !char.IsControl(c))]);
    }
}
