using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>Input of <see cref="UploadVideoActivity"/>.</summary>
/// <param name="Call">Key, request id and time limit.</param>
/// <param name="Video">The checked video.</param>
public sealed record UploadVideoInput(VideoEvalCall Call, EvaluationVideo Video);
