using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>Input of <see cref="ReadReportActivity"/>.</summary>
/// <param name="Call">Key, request id and time limit.</param>
/// <param name="TaskId">A finished task.</param>
/// <param name="Language"><c>en</c> or <c>zh</c>: the language of the words around the service's own.</param>
public sealed record ReadReportInput(VideoEvalCall Call, string TaskId, string Language);
