namespace MediaFlows.Providers.Tencent.ImageTemplates;

/// <summary>What is remembered about a template: that somebody is making it, and later which one it is.</summary>
/// <param name="At">UTC time of the claim, then of the template.</param>
/// <param name="Definition">Its id; null while it is being made.</param>
public sealed record ImageTemplateEntry(DateTimeOffset At, long? Definition = null);
