namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>How an operation may be combined with others in one request.</summary>
public enum OperationRole
{
    /// <summary>Chains freely with other image operations, in order.</summary>
    Basic,

    /// <summary>Blind watermark embedding: after basic operations, last, once.</summary>
    Embed,

    /// <summary>Blind watermark extraction: alone, asynchronous.</summary>
    Extract,

    /// <summary>Reads properties: alone, answers JSON.</summary>
    Info,

    /// <summary>Detection: alone, answers JSON.</summary>
    Detect,

    /// <summary>A synchronous media operation: exactly one.</summary>
    MediaSync,

    /// <summary>An asynchronous media operation: exactly one, needs a target key.</summary>
    MediaAsync,

    /// <summary>Reads properties of a video or audio file: exactly one, answers JSON.</summary>
    MediaInfo,

    /// <summary>Upload or download: alone.</summary>
    File,
}
