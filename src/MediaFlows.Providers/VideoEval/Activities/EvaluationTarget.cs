using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>The task that is waited for.</summary>
/// <param name="Call">Key, request id and time limit.</param>
/// <param name="TaskId">The task.</param>
public sealed record EvaluationTarget(VideoEvalCall Call, string TaskId)
{
    /// <summary>Number of videos whose results must be there, or null when it is not known.</summary>
    public int? Videos { get; init; }
}
