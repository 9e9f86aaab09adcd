namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>
/// The rolling quota of accounts without paid enablement: 10 videos in 24 hours, shared with use in the console. Only the service enforces it,
/// so it is recognised by the service's words.
/// </summary>
public static class QuotaRefusal
{
    /// <summary>The document's sentence, byte for byte (with an ASCII comma).</summary>
    public const string Chinese = "免费版用户每24小时最多提交10个评估视频,如需购买请联系火山引擎销售人员";

    /// <summary>The same in English.</summary>
    public const string English = "Free accounts can submit at most 10 videos for evaluation every 24 hours; to buy more, contact Volcano Engine sales.";

    /// <summary>True when <paramref name="message"/> of the service speaks of the quota.</summary>
    public static bool IsQuota(string message) =>
        message.Contains("free usage limit", StringComparison.OrdinalIgnoreCase) || message.Contains("24 hours", StringComparison.OrdinalIgnoreCase);
}
