namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>What is submitted, images still as sources.</summary>
/// <param name="ReqKey">The service's key of the mode.</param>
public sealed record JimengRequest(string ReqKey)
{
    /// <summary>The mode's name, for durations and the charge.</summary>
    public string Mode { get; init; } = JimengMode.Default;

    /// <summary>Text, or null for an image alone.</summary>
    public string? Prompt { get; init; }

    /// <summary>Images in order: first frame, last frame.</summary>
    public IReadOnlyList<JimengImage> Images { get; init; } = [];

    /// <summary>True to send the images' bytes; false to send their URLs. The service takes no mixture.</summary>
    public bool Inline { get; init; }

    /// <summary>Seed; −1 is random.</summary>
    public int Seed { get; init; } = -1;

    /// <summary>Frames: 24 a second and one more.</summary>
    public int Frames { get; init; }

    /// <summary>Ratio of text-to-video, or null when an image decides it.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>Camera template, or null.</summary>
    public string? TemplateId { get; init; }

    /// <summary>Camera strength, or null.</summary>
    public string? CameraStrength { get; init; }

    /// <summary>Time limit of the submit, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = JimengService.DefaultTimeoutSeconds;
}
