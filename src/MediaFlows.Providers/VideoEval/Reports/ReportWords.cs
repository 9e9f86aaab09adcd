namespace MediaFlows.Providers.VideoEval.Reports;

/// <summary>The words of the report that are ours, in one language.</summary>
internal sealed record ReportWords
{
    public static readonly ReportWords En = new()
    {
        Conclusion = "Conclusion",
        Evaluated = count => count == 1 ? "One video was evaluated." : $"{count} videos were evaluated.",
        Best = (video, score) => $"The best score went to {video}: {score}.",
        Score = "Score",
        Strengths = "Strengths",
        Weaknesses = "Points to improve",
        Remarks = "Further findings",
        NoFindings = "The service gave no findings in words for this video.",
        Recommendations = "Overall recommendations",
        Unnamed = "Video",
        NotFinished = (id, status) => $"Evaluation task {id} is not finished; its status is {status}. Look again later: mediaflows videoeval show --task-id {id}",
        HasFailed = (id, status) => $"Evaluation task {id} ended as {status}; there is no report.",
        UnknownStatus = "not stated",
        NoTasks = "There are no evaluation tasks.",
        Created = "created",
        Updated = "updated",
    };

    public static readonly ReportWords Zh = new()
    {
        Conclusion = "结论",
        Evaluated = count => $"共评估了 {count} 个视频。",
        Best = (video, score) => $"得分最高的是 {video}：{score}。",
        Score = "得分",
        Strengths = "优点",
        Weaknesses = "待改进",
        Remarks = "其他发现",
        NoFindings = "服务没有给出该视频的文字结论。",
        Recommendations = "总体建议",
        Unnamed = "视频",
        NotFinished = (id, status) => $"评估任务 {id} 尚未完成，当前状态：{status}。请稍后查看：mediaflows videoeval show --task-id {id}",
        HasFailed = (id, status) => $"评估任务 {id} 已结束，状态：{status}，没有报告。",
        UnknownStatus = "未知",
        NoTasks = "没有评估任务。",
        Created = "创建于",
        Updated = "更新于",
    };

    public required string Conclusion { get; init; }

    public required Func<int, string> Evaluated { get; init; }

    public required Func<string, string, string> Best { get; init; }

    public required string Score { get; init; }

    public required string Strengths { get; init; }

    public required string Weaknesses { get; init; }

    public required string Remarks { get; init; }

    public required string NoFindings { get; init; }

    public required string Recommendations { get; init; }

    public required string Unnamed { get; init; }

    public required Func<string, string, string> NotFinished { get; init; }

    public required Func<string, string, string> HasFailed { get; init; }

    public required string UnknownStatus { get; init; }

    public required string NoTasks { get; init; }

    public required string Created { get; init; }

    public required string Updated { get; init; }

    public static ReportWords In(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;
}
