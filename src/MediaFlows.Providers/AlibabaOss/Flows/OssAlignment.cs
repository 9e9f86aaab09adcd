namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>How inputs of a <c>concat</c> that differ are aligned; a person's choice.</summary>
public enum OssAlignment
{
    /// <summary>A: like the video that plays first.</summary>
    First,

    /// <summary>B: like the video that plays second.</summary>
    Second,

    /// <summary>C: by the size and rates given in the operation.</summary>
    Custom,
}
