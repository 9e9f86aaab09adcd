namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>The document's stage tags.</summary>
internal static class UploadStages
{
    public const string Apply = "S1_APPLY";
    public const string Send = "S2_TOS";
    public const string Commit = "S3_COMMIT";
    public const string Pull = "S1_UPLOAD";
    public const string PollPull = "S2_POLL";
    public const string Enhance = "S3_ENHANCE";
    public const string PollEnhance = "S4_POLL";
}
