namespace MediaFlows.Providers.AlibabaOss.Permissions;

/// <summary>What a try of one RAM action showed.</summary>
public enum ActionState
{
    /// <summary>The service allowed it.</summary>
    Permitted,

    /// <summary>The service refused it.</summary>
    Refused,

    /// <summary>It was not tried, or the answer does not tell.</summary>
    NotTested,
}
