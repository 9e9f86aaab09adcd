using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using MediaFlows.Providers.Jimeng.Api;
using MediaFlows.Providers.Jimeng.Flows;

namespace MediaFlows.Providers.Jimeng.Validation;

/// <summary>The rules of the document for everything but the content of images. Checked before anything is paid.</summary>
internal static class GenerateRules
{
    public const int MostPromptCharacters = 800;

    public static void Check(JimengGenerateInput input, JimengMode mode, InputErrors errors)
    {
        CheckPrompt(input, mode, errors);
        CheckImages(input, mode, errors);
        CheckLength(input, errors);
        CheckMode(input, mode, errors);
        if (input.Seed is < -1) errors.Add("seed", $"seed must be -1 (random) or 0 to {int.MaxValue}, not {input.Seed}.");
        if (input.AigcMeta is { } meta) CheckMeta(meta, errors);
        Positive("timeoutSeconds", input.TimeoutSeconds, 3600, errors);
        Positive("pollIntervalSeconds", input.PollIntervalSeconds, 3600, errors);
        Positive("maxPollAttempts", input.MaxPollAttempts, 100_000, errors);
    }

    private static void CheckPrompt(JimengGenerateInput input, JimengMode mode, InputErrors errors)
    {
        var given = !string.IsNullOrWhiteSpace(input.Prompt);
        if (!given && mode.LeastImages == mode.MostImages) errors.Add("prompt", $"Mode {mode.Name} needs a prompt.");
        if (!given && mode.LeastImages < mode.MostImages && input.Image is null) errors.Add("prompt", $"Mode {mode.Name} needs a prompt, or an image.");
        var characters = input.Prompt?.EnumerateRunes().Count() ?? 0;
        if (characters > MostPromptCharacters) errors.Add("prompt", $"The prompt has {characters} characters; at most {MostPromptCharacters} are accepted, and 400 are advised.");
    }

    private static void CheckImages(JimengGenerateInput input, JimengMode mode, InputErrors errors)
    {
        Source("image", input.Image, errors);
        Source("tailImage", input.TailImage, errors);
        if (mode.MostImages == 0 && (input.Image ?? input.TailImage) is not null) errors.Add("image", $"Mode {mode.Name} makes a video from text alone and takes no image.");
        if (mode.LeastImages >= 1 && input.Image is null) errors.Add("image", $"Mode {mode.Name} needs an image for the first frame.");
        if (mode.MostImages == 2 && input.TailImage is null) errors.Add("tailImage", $"Mode {mode.Name} needs an image for the last frame.");
        if (mode.MostImages == 1 && input.TailImage is not null) errors.Add("tailImage", $"Mode {mode.Name} takes one image; a last frame goes with i2v_first_tail_1080p or i2v_first_tail_720p.");
        if (input.SaveTo is { } target && (target.Url is not null || (target.Blob is null) == (target.File is null)))
            errors.Add("saveTo", "saveTo names exactly one of blob and file.");
    }

    private static void CheckLength(JimengGenerateInput input, InputErrors errors)
    {
        var duration = input.Duration ?? 5;
        var fps = input.Fps ?? 24;
        if (JimengWords.Durations.All(d => d.Seconds != duration)) errors.Add("duration", $"duration must be one of {string.Join(", ", JimengWords.Durations.Select(d => d.Seconds))} seconds, not {duration}.");
        else if (!JimengWords.IsDocumented(duration) && !input.AllowUndocumented)
            errors.Add("duration", $"The service's pages take 5 and 10 seconds only; {duration} may be refused or cut, and the call is paid. To submit it all the same, set allowUndocumented (--allow-undocumented).");
        if (JimengWords.FrameRates.All(f => f.Fps != fps)) errors.Add("fps", $"fps must be one of {string.Join(", ", JimengWords.FrameRates.Select(f => f.Fps))}, not {fps}.");
        else if (fps != 24 && !input.AllowUndocumented)
            errors.Add("fps", $"The service makes 24 frames a second, whatever is asked for; {fps} has no effect there. To submit it all the same, set allowUndocumented (--allow-undocumented).");
    }

    private static void CheckMode(JimengGenerateInput input, JimengMode mode, InputErrors errors)
    {
        if (input.AspectRatio is not null && !JimengWords.AspectRatios.Contains(input.AspectRatio, StringComparer.Ordinal))
            errors.Add("aspect_ratio", $"aspect_ratio must be one of {string.Join(", ", JimengWords.AspectRatios)}, not '{input.AspectRatio}'.");
        if (input.AspectRatio is not null && (mode.LeastImages > 0 || input.Image is not null)) errors.Add("aspect_ratio", "With an image, the image decides the ratio: leave aspect_ratio out.");
        Camera("template_id", input.TemplateId, JimengWords.Templates, mode, errors);
        Camera("camera_strength", input.CameraStrength, JimengWords.Strengths, mode, errors);
    }

    private static void Camera(string field, string? value, IReadOnlyList<(string Value, string Label)> words, JimengMode mode, InputErrors errors)
    {
        if (value is null) return;
        if (!mode.MovesCamera) errors.Add(field, $"{field} goes with mode i2v_recamera_720p only.");
        else if (words.All(w => w.Value != value)) errors.Add(field, $"{field} must be one of {string.Join(", ", words.Select(w => w.Value))}, not '{value}'.");
    }

    private static void CheckMeta(JimengAigcMeta meta, InputErrors errors)
    {
        Meta("aigcMeta.content_producer", meta.ContentProducer, required: false, errors);
        Meta("aigcMeta.producer_id", meta.ProducerId, required: true, errors);
        Meta("aigcMeta.content_propagator", meta.ContentPropagator, required: true, errors);
        Meta("aigcMeta.propagate_id", meta.PropagateId, required: false, errors);
    }

    private static void Meta(string field, string? value, bool required, InputErrors errors)
    {
        if (required && string.IsNullOrWhiteSpace(value)) errors.Add(field, $"{field} is required in the mark.");
        if (value?.Length > JimengAigcMeta.MostCharacters) errors.Add(field, $"{field} has {value.Length} characters; at most {JimengAigcMeta.MostCharacters} are accepted.");
    }

    private static void Source(string field, MediaSource? source, InputErrors errors)
    {
        if (source is not null && new[] { source.Url, source.Blob, source.File }.Count(s => !string.IsNullOrWhiteSpace(s)) != 1)
            errors.Add(field, $"{field} names exactly one of url, blob and file.");
    }

    private static void Positive(string field, int? value, int most, InputErrors errors)
    {
        if (value is < 1 || value > most) errors.Add(field, $"{field} must be 1 to {most}, not {value}.");
    }
}
