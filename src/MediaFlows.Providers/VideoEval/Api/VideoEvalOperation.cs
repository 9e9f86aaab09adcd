namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>One operation of the service.</summary>
/// <param name="Title">How messages name it.</param>
/// <param name="FailureCode">The document's error word when it is refused.</param>
/// <param name="MissingCode">The document's error word when the answer lacks what it must hold.</param>
/// <param name="SafeToRepeat">False for the creation: a repeat makes a second task and uses the quota again.</param>
public sealed record VideoEvalOperation(string Title, string FailureCode, string MissingCode, bool SafeToRepeat)
{
    /// <summary>Upload of one video.</summary>
    public static readonly VideoEvalOperation Upload = new("Uploading the video", ErrorEnvelope.UploadRequestFailed, ErrorEnvelope.AttachmentIdMissing, true);

    /// <summary>Creation of a task.</summary>
    public static readonly VideoEvalOperation Create = new("Creating the evaluation task", ErrorEnvelope.CreateTaskFailed, ErrorEnvelope.TaskIdMissing, false);

    /// <summary>Detail of a task.</summary>
    public static readonly VideoEvalOperation Detail = new("Reading the evaluation task", ErrorEnvelope.GetTaskDetailFailed, ErrorEnvelope.InvalidTaskPayload, true);

    /// <summary>List of tasks.</summary>
    public static readonly VideoEvalOperation List = new("Listing the evaluation tasks", ErrorEnvelope.ListTasksFailed, ErrorEnvelope.InvalidTaskPayload, true);
}
