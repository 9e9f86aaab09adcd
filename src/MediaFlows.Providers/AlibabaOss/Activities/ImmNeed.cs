namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>How much an operation needs the bucket's IMM binding.</summary>
public enum ImmNeed
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By rule, though the service also works without it: a missing binding is a warning.</summary>
    Wanted,

    /// <summary>It cannot work without it.</summary>
    Required,
}
