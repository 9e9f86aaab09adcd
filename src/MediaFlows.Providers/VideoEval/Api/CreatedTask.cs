namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>A task that was created: <c>POST …/survey/task</c>.</summary>
/// <param name="TaskId">The service's id as text.</param>
/// <param name="Status">The service's status word, or null.</param>
public sealed record CreatedTask(string TaskId, string? Status);
