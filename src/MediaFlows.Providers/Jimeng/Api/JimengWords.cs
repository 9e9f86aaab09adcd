namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>The words that the service takes.</summary>
public static class JimengWords
{
    /// <summary>Ratios of text-to-video; <c>16:9</c> unless given.</summary>
    public static readonly IReadOnlyList<string> AspectRatios = ["16:9", "4:3", "1:1", "3:4", "9:16", "21:9"];

    /// <summary>Camera templates, with what a person reads.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> Templates =
    [
        ("hitchcock_dolly_in", "Hitchcock zoom, moving in"),
        ("hitchcock_dolly_out", "Hitchcock zoom, moving out"),
        ("robo_arm", "Robot arm"),
        ("dynamic_orbit", "Dynamic orbit"),
        ("central_orbit", "Orbit around the centre"),
        ("crane_push", "Crane shot moving in"),
        ("quick_pull_back", "Quick pull back"),
        ("counterclockwise_swivel", "Swivel, counter-clockwise"),
        ("clockwise_swivel", "Swivel, clockwise"),
        ("handheld", "Hand-held"),
        ("rapid_push_pull", "Rapid push and pull"),
    ];

    /// <summary>Camera strengths, with what a person reads.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> Strengths = [("weak", "Gentle"), ("medium", "Medium"), ("strong", "Strong")];

    /// <summary>Durations of the document's command in seconds, with its labels.</summary>
    public static readonly IReadOnlyList<(int Seconds, string Label)> Durations =
        [(4, "quick clips"), (5, "default"), (6, "short scenes"), (8, "medium-length"), (10, "longer narratives")];

    /// <summary>Frame rates of the document's command, with its labels. The service makes 24, whatever is asked for.</summary>
    public static readonly IReadOnlyList<(int Fps, string Label)> FrameRates = [(24, "cinematic (default)"), (25, "PAL"), (30, "NTSC, smooth")];

    /// <summary>Frames of a duration: 24 a second and one more, as the service counts.</summary>
    public static int Frames(int seconds) => (24 * seconds) + 1;

    /// <summary>True for the durations that the service's pages say are taken.</summary>
    public static bool IsDocumented(int seconds) => seconds is 5 or 10;
}
