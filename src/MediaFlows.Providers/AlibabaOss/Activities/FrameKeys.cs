using System.Globalization;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Names of the frames that <c>video/snapshots</c> writes: <c>&lt;target&gt;_0_1.jpg</c>, <c>&lt;target&gt;_0_2.jpg</c>, …</summary>
internal static class FrameKeys
{
    /// <summary>The frames among <paramref name="keys"/> in their order; siblings that merely share the prefix are left out.</summary>
    public static IReadOnlyList<string> Of(string target, IEnumerable<string> keys) =>
        [.. keys.Select(k => (Key: k, Number: Number(target, k))).Where(k => k.Number is not null).OrderBy(k => k.Number).Select(k => k.Key)];

    private static (long Stream, long Frame)? Number(string target, string key)
    {
        if (!key.StartsWith(target + "_", StringComparison.Ordinal)) return null;
        var dot = key.LastIndexOf('.');
        if (dot <= target.Length) return null;
        var parts = key[(target.Length + 1)..dot].Split('_');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var stream) && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var frame)
            ? (stream, frame)
            : null;
    }
}
