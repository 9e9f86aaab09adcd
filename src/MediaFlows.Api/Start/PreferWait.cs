using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Start;

/// <summary><c>Prefer: wait=N</c> of RFC 7240.</summary>
internal static class PreferWait
{
    /// <summary>Longest wait; what is asked beyond it is cut, as a preference may be.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>How long the caller would wait, or null. What cannot be read is ignored: a preference is no demand.</summary>
    public static TimeSpan? Read(HttpRequest request)
    {
        foreach (var preference in request.Headers["Prefer"].SelectMany(v => (v ?? "").Split(',', ';')))
        {
            var parts = preference.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && parts[0].Equals("wait", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(parts[1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
                return TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
        }

        return null;
    }
}
