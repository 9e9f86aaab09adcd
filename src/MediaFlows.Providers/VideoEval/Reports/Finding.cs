namespace MediaFlows.Providers.VideoEval.Reports;

/// <summary>What a statement of the service is about.</summary>
internal enum Finding
{
    /// <summary>Anything else that is worth reading.</summary>
    Remark,

    /// <summary>A grade.</summary>
    Score,

    /// <summary>A conclusion.</summary>
    Summary,

    /// <summary>Something that is good.</summary>
    Strength,

    /// <summary>Something that is not.</summary>
    Weakness,

    /// <summary>Something to do.</summary>
    Suggestion,
}
