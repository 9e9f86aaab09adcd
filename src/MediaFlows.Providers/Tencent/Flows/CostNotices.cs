namespace MediaFlows.Providers.Tencent.Flows;

/// <summary>What is shown before a charged flow starts.</summary>
internal static class CostNotices
{
    public const string Processing = "This starts a media processing task, which Tencent Cloud VOD charges for.";
    public const string Generation = "This starts a generation task, which Tencent Cloud VOD charges for.";
    public const string Image = "This starts an image processing task, which Tencent Cloud VOD charges for.";
    public const string Knowledge = "This starts an analysis of the media, which Tencent Cloud VOD charges for.";
}
