namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>Which tasks the account's list showed at a time.</summary>
/// <param name="TaskIds">Ids as text.</param>
public sealed record KnownTasks(IReadOnlyList<string> TaskIds);
