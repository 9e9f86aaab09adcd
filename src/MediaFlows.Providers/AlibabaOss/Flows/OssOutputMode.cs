namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>What becomes of a result.</summary>
public enum OssOutputMode
{
    /// <summary>A signed link to it.</summary>
    Url,

    /// <summary>It is written to media storage or a file.</summary>
    Download,

    /// <summary>It is saved in OSS.</summary>
    Save,
}
