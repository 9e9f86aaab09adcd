namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>Stage tags. The document's scripts have none of their own; these name what they do, in order.</summary>
internal static class Stages
{
    public const string Upload = "S1_UPLOAD";
    public const string Submit = "S2_SUBMIT";
    public const string Wait = "S3_WAIT";

    public static IReadOnlyList<string> All { get; } = [Upload, Submit, Wait];
}
