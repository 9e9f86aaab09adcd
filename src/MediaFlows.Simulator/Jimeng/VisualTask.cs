namespace MediaFlows.Simulator.Jimeng;

/// <summary>An accepted task.</summary>
/// <param name="Id">A decimal number above 2⁶³, as text.</param>
/// <param name="ReqKey">Key it was submitted with.</param>
/// <param name="Prompt">Its prompt; empty for an image alone.</param>
/// <param name="Frames">Frames of the video.</param>
/// <param name="Width">Width of the video in pixels.</param>
/// <param name="Height">Height of the video in pixels.</param>
/// <param name="CreatedAt">UTC time of the submit.</param>
internal sealed record VisualTask(string Id, string ReqKey, string Prompt, int Frames, int Width, int Height, DateTimeOffset CreatedAt)
{
    /// <summary>The code that its query ends with instead of a video, or null.</summary>
    public string? FailCode { get; init; }

    /// <summary>True once it was cancelled.</summary>
    public bool Cancelled { get; set; }
}
