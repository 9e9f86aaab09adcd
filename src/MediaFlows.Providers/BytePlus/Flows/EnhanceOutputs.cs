namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>Makes the document's success line.</summary>
internal static class EnhanceOutputs
{
    public static EnhanceOutput Success(string space, string fileId, string directUrl, string url) => new()
    {
        Status = "Success",
        SpaceName = space,
        VideoUrls = [new EnhancedVideo { FileId = fileId, DirectUrl = directUrl, Source = "directurl://" + directUrl, Url = url }],
    };
}
