namespace MediaFlows.Providers.VideoEval.Reports;

/// <summary>
/// Tells from a member's name what its text is about. The structure of results is not published, so names are read by the words in them;
/// a name itself is never shown.
/// </summary>
internal static class FindingWords
{
    private static readonly (Finding Finding, string[] Words)[] Table =
    [
        (Finding.Suggestion, ["suggest", "recommend", "improve", "advice", "optimi", "建议", "优化"]),
        (Finding.Weakness, ["weak", "problem", "issue", "shortcoming", "disadvantage", "negative", "risk", "不足", "问题", "缺点", "风险"]),
        (Finding.Strength, ["strength", "highlight", "advantage", "positive", "优点", "优势", "亮点"]),
        (Finding.Score, ["score", "rating", "grade", "评分", "得分", "分数"]),
        (Finding.Summary, ["summary", "conclusion", "overall", "verdict", "overview", "总结", "结论", "总评", "概述"]),
    ];

    /// <summary>What <paramref name="name"/> speaks of; <paramref name="inherited"/> when its words say nothing.</summary>
    public static Finding Of(string name, Finding inherited)
    {
        foreach (var (finding, words) in Table)
            if (Array.Exists(words, w => name.Contains(w, StringComparison.OrdinalIgnoreCase))) return finding;
        return inherited;
    }
}
