using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>What a task is created with.</summary>
/// <param name="Call">Key, request id and time limit.</param>
/// <param name="AttachmentIds">Ids of the uploaded videos, 1 to 10.</param>
public sealed record CreateTaskRequest(VideoEvalCall Call, IReadOnlyList<string> AttachmentIds)
{
    /// <summary>Free text, or null.</summary>
    public string? Prompt { get; init; }

    /// <summary><c>auto</c>, <c>zh</c>, <c>en</c> or null.</summary>
    public string? Language { get; init; }

    /// <summary>Sent only when true.</summary>
    public bool TypicalUsers { get; init; }

    /// <summary>Number of typical users, or null.</summary>
    public int? TypicalUserCount { get; init; }

    /// <summary><c>VIEWPOINT</c>, <c>PROFILE</c> or null.</summary>
    public string? TypicalUserSelectionMode { get; init; }

    /// <summary>Sent only when true.</summary>
    public bool Report { get; init; }

    /// <summary>Base names of the uploaded videos; a finished task names its results by them.</summary>
    public IReadOnlyList<string> FileNames { get; init; } = [];

    /// <summary>Tasks that were there right before; none of them is the one this creates.</summary>
    public IReadOnlyList<string> KnownTaskIds { get; init; } = [];
}
