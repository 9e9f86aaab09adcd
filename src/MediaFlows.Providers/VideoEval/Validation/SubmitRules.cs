using MediaFlows.Core.Errors;
using MediaFlows.Providers.VideoEval.Flows;

namespace MediaFlows.Providers.VideoEval.Validation;

/// <summary>The rules for everything of a submit but its videos.</summary>
internal static class SubmitRules
{
    public static readonly IReadOnlyList<string> Languages = ["auto", "zh", "en"];

    public static readonly IReadOnlyList<string> SelectionModes = ["VIEWPOINT", "PROFILE"];

    public static void Check(VideoEvalSubmitInput input, int longestTimeout, InputErrors errors)
    {
        OneOf("language", input.Language, Languages, errors);
        OneOf("typical_user_selection_mode", input.TypicalUserSelectionMode, SelectionModes, errors);
        if (input.TypicalUserCount is <= 0) errors.Add("typical_user_count", $"typical_user_count must be above 0, not {input.TypicalUserCount}.");
        Seconds("timeoutSeconds", input.TimeoutSeconds, longestTimeout, errors);
        Seconds("uploadTimeoutSeconds", input.UploadTimeoutSeconds, longestTimeout, errors);
    }

    private static void OneOf(string field, string? value, IReadOnlyList<string> words, InputErrors errors)
    {
        if (value is not null && !words.Contains(value, StringComparer.Ordinal))
            errors.Add(field, $"{field} must be one of {string.Join(", ", words)}, not '{value}'.");
    }

    private static void Seconds(string field, int? value, int most, InputErrors errors)
    {
        if (value is < 1 || value > most) errors.Add(field, $"{field} must be 1 to {most} seconds, not {value}.");
    }
}
