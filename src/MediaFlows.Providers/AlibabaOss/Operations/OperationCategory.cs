namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>What an operation works on; the first word of its process string.</summary>
public enum OperationCategory
{
    /// <summary>Images.</summary>
    Image,

    /// <summary>Videos.</summary>
    Video,

    /// <summary>Audio.</summary>
    Audio,

    /// <summary>HLS playlists.</summary>
    Hls,

    /// <summary>Whole files: upload and download.</summary>
    File,
}
