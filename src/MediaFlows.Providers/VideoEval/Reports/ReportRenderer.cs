using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Reports;

/// <summary>
/// Writes the report that people read: the conclusion first, one short section per video, overall recommendations where the results hold any.
/// It shows no field name of the service, and says only what the results say.
/// </summary>
public static class ReportRenderer
{
    /// <summary>The report in Markdown; null for a task that is not finished.</summary>
    /// <param name="task">A normalised task.</param>
    /// <param name="language"><c>en</c> or <c>zh</c>.</param>
    public static string? Render(TaskDetail task, string language)
    {
        if (!TaskStatusWords.IsReportable(task)) return null;
        var words = ReportWords.In(language);
        var videos = VideoFindings.Read(task.Detail);
        var text = new StringBuilder();
        Conclude(text, task, videos, words);
        foreach (var video in videos) Describe(text, video, words);
        Recommend(text, videos, words);
        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>What is said instead of a report while a task is not finished, or when it failed.</summary>
    public static string Status(TaskDetail task, string language)
    {
        var words = ReportWords.In(language);
        var status = task.TaskStatus ?? words.UnknownStatus;
        return TaskStatusWords.IsFailed(task.TaskStatus) ? words.HasFailed(task.TaskId, status) : words.NotFinished(task.TaskId, status);
    }

    private static void Conclude(StringBuilder text, TaskDetail task, IReadOnlyList<VideoFindings> videos, ReportWords words)
    {
        text.Append("## ").AppendLine(words.Conclusion).AppendLine();
        text.AppendLine(words.Evaluated(videos.Count));
        if (task.Summary.Result is JsonValue result && result.GetValueKind() == JsonValueKind.String && ReportText.Clean(result.ToString()) is { } said) text.AppendLine(said);
        var scored = videos.Select(v => (v.Video, Score: ScoreOf(v))).Where(v => v.Score is not null).OrderByDescending(v => v.Score).ToList();
        if (scored.Count > 1 && scored[0].Score > scored[1].Score)
            text.AppendLine(words.Best(scored[0].Video, scored[0].Score!.Value.ToString(CultureInfo.InvariantCulture)));
        text.AppendLine();
    }

    private static void Describe(StringBuilder text, VideoFindings video, ReportWords words)
    {
        text.Append("## ").AppendLine(video.Video.Length > 0 ? video.Video : words.Unnamed).AppendLine();
        if (video.IsEmpty) text.AppendLine(words.NoFindings);
        foreach (var score in video[Finding.Score]) text.AppendLine(score.Contains(':', StringComparison.Ordinal) ? score : $"{words.Score}: {score}");
        foreach (var summary in video[Finding.Summary]) text.AppendLine(summary);
        Group(text, words.Strengths, video[Finding.Strength]);
        Group(text, words.Weaknesses, video[Finding.Weakness]);
        Group(text, words.Remarks, video[Finding.Remark]);
        text.AppendLine();
    }

    private static void Recommend(StringBuilder text, IReadOnlyList<VideoFindings> videos, ReportWords words)
    {
        var all = videos
            .SelectMany(v => v[Finding.Suggestion].Select(s => (Suggestion: s, v.Video)))
            .GroupBy(s => s.Suggestion, s => s.Video, StringComparer.Ordinal)
            .Select(g => videos.Count == 1 ? g.Key : $"{g.Key} ({string.Join(", ", g)})")
            .ToList();
        if (all.Count == 0) return;
        text.Append("## ").AppendLine(words.Recommendations).AppendLine();
        foreach (var line in all) text.Append("- ").AppendLine(line);
    }

    private static void Group(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return;
        text.AppendLine().Append("**").Append(title).AppendLine("**").AppendLine();
        foreach (var line in lines) text.Append("- ").AppendLine(line);
    }

    private static double? ScoreOf(VideoFindings video) =>
        video[Finding.Score] is [var first, ..] && double.TryParse(first.Split(':')[^1].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var score) ? score : null;
}
