using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>
/// The choices of an enhancement: what a person reads, what goes over the wire, and what is recommended when asked for defaults.
/// </summary>
internal static class EnhanceChoices
{
    public const string DefaultConfig = "common";
    public const int DefaultRepairStyle = 1;

    private static readonly string[] Resolutions = ["240p", "360p", "480p", "540p", "720p", "1080p", "2k", "4k"];
    private static readonly string[] SourceWords = ["", "original", "source", "same", "native", "none", "default"];

    private static readonly Question KindQuestion = new(
        "config",
        "What kind of video is it?",
        [
            new("General video", "common"),
            new("Short video / UGC", "ugc"),
            new("Short drama / short series", "short_series"),
            new("AI-generated content", "aigc"),
            new("Old film / classic footage", "old_film"),
        ],
        DefaultConfig);

    private static readonly Question StyleQuestion = new(
        "repair_style",
        "Which quality of enhancement should be used?",
        [new("Standard", "1"), new("Pro", "2")],
        "1");

    /// <summary>The questions for what is missing; nothing is ever chosen silently.</summary>
    public static IReadOnlyList<Question> Missing(string? config, int? repairStyle) =>
        [.. (Question[])[.. config is null ? (Question[])[KindQuestion] : [], .. repairStyle is null ? (Question[])[StyleQuestion] : []]];

    public static bool IsConfig(string config) => KindQuestion.Options.Any(o => o.Value == config);

    public static string ConfigWords => string.Join(", ", KindQuestion.Options.Select(o => o.Value));

    public static string ResolutionWords => string.Join(", ", Resolutions);

    /// <summary>The resolution word, or null for the source's own; false when it is none.</summary>
    public static bool TryResolution(string? given, out string? resolution)
    {
        var word = (given ?? "").Trim().ToLowerInvariant();
        resolution = SourceWords.Contains(word, StringComparer.Ordinal) ? null : word;
        return resolution is null || Resolutions.Contains(word, StringComparer.Ordinal);
    }
}
