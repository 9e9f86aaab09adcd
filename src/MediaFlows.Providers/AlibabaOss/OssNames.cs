namespace MediaFlows.Providers.AlibabaOss;

/// <summary>Names shared by the provider's parts.</summary>
internal static class OssNames
{
    public const string Provider = "oss";

    /// <summary>Prefix of temporary uploads.</summary>
    public const string UploadPrefix = "_upload_tmp/";

    /// <summary>Prefix of temporary blind watermark results.</summary>
    public const string BlindWatermarkPrefix = "_blindwatermark_tmp/";
}
