using System.Text;
using System.Text.RegularExpressions;

namespace MediaFlows.Providers.VideoEval.Reports;

/// <summary>Makes a service's text fit for a person's screen.</summary>
internal static partial class ReportText
{
    /// <summary>
    /// The text without control characters (a terminal would obey them) and without the service's own field names;
    /// null when nothing readable is left, or when the whole is a program's token and not a sentence.
    /// </summary>
    public static string? Clean(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var c in text) visible.Append(char.IsControl(c) ? ' ' : c);
        var clean = InternalNames().Replace(visible.ToString(), "").Trim();
        return clean.Length == 0 || Token().IsMatch(clean) ? null : clean;
    }

    [GeneratedRegex("video_structured_result|video_user_report|video_eval|field_desc|sub_tab", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex InternalNames();

    // snake_case or CAPITALS_WITH_UNDERSCORES.
    [GeneratedRegex(@"\A[A-Za-z0-9]+(_[A-Za-z0-9]+)+\z|\Adistribution\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
