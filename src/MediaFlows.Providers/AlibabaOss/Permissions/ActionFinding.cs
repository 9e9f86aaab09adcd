namespace MediaFlows.Providers.AlibabaOss.Permissions;

/// <summary>One RAM action and what a try of it showed.</summary>
/// <param name="Action">Name of the action as a RAM policy spells it.</param>
/// <param name="State">Permitted, refused or not tested.</param>
/// <param name="Detail">How it was tested, or what to do.</param>
public sealed record ActionFinding(string Action, ActionState State, string Detail);
