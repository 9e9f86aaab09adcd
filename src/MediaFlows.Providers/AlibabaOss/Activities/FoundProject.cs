namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>The project a bucket is bound to.</summary>
/// <param name="Project">Its name; null when there is none.</param>
public sealed record FoundProject(string? Project);
