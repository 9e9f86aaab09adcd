using MediaFlows.Core.Errors;

namespace MediaFlows.Api.Media;

/// <summary>Which names media may have: what every blob store takes and no path trick fits into.</summary>
internal static class MediaNames
{
    /// <exception cref="InvalidInputException">The name breaks the rule.</exception>
    public static string Require(string name)
    {
        var segments = name.Split('/');
        var good = name.Length is >= 1 and <= 500
            && !name.Any(c => c == '\\' || char.IsControl(c))
            && segments.Length <= 50
            && Array.TrueForAll(segments, s => s.Length > 0 && s is not ("." or "..") && !s.EndsWith('.'));
        return good ? name
            : throw new InvalidInputException("name", "A media name has 1 to 500 characters without backslashes and control characters; its parts between '/' are not empty and do not end with a dot.");
    }
}
