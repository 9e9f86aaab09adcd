using System.Text.RegularExpressions;
using MediaFlows.Providers.Tencent.Activities;

namespace MediaFlows.Providers.Tencent.Commands;

/// <summary>
/// The files that a playlist names, for a command line that has to carry them to a host elsewhere. What an upload sends is decided by the service's own
/// reading of the playlist, not by this.
/// </summary>
internal static partial class PlaylistNames
{
    /// <summary>Types that name further files.</summary>
    public static readonly IReadOnlyList<string> Types = ["m3u8", "mpd"];

    /// <summary>Paths from the first playlist's folder that the playlist at <paramref name="path"/> names; null for DASH, whose names may be templates.</summary>
    public static IReadOnlyList<string>? Of(string path, string text)
    {
        if (!path.EndsWith(".m3u8", StringComparison.OrdinalIgnoreCase)) return null;
        return [.. Named(text).Where(n => !n.Contains("://", StringComparison.Ordinal)).Select(n => ManifestPaths.Resolve(path, n)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Named(string text)
    {
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line[0] != '#') yield return line;
            else if (Uri().Match(line) is { Success: true } named && !named.Groups["uri"].Value.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) yield return named.Groups["uri"].Value;
        }
    }

    [GeneratedRegex("URI=\"(?<uri>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Uri();
}
