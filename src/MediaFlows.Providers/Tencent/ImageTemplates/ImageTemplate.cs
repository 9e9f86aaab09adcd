namespace MediaFlows.Providers.Tencent.ImageTemplates;

/// <summary>A template of the account for image processing.</summary>
/// <param name="Definition">Its id.</param>
/// <param name="UsableAt">UTC time from which tasks may use it.</param>
public sealed record ImageTemplate(long Definition, DateTimeOffset UsableAt);
