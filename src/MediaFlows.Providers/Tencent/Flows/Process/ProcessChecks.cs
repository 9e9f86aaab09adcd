using System.Text.RegularExpressions;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Flows.Process;

/// <summary>The rules of the process operations.</summary>
internal static partial class ProcessChecks
{
    private const int MostWatermarks = 10;
    private const int MostSubtitles = 16;

    public static ProcessInput Check(ProcessInput input, ProcessOperation operation, InputChecks checks)
    {
        RefuseForeign(input, operation, checks);
        checks.RefuseIf(input.WatermarkSet?.Count > MostWatermarks, "watermarkSet", $"At most {MostWatermarks} watermarks are allowed.");
        checks.RefuseIf(input.SubtitleSet?.Count > MostSubtitles, "subtitleSet", $"At most {MostSubtitles} subtitles are allowed.");
        checks.RefuseIf(input.Definition <= 0, "definition", "A template id is a positive number.");
        var result = input with { TasksNotifyMode = checks.Word(TencentWords.NotifyMode, "tasksNotifyMode", input.TasksNotifyMode) };
        return operation.Name switch
        {
            "procedure" => result with { Procedure = checks.Ask(input.Procedure, "procedure", "Which task flow should be run?") },
            "transcode" => result with { Quality = checks.Word(TencentWords.Quality, "quality", input.Quality ?? "same") },
            "remux" => result with { TargetFormat = checks.Word(TencentWords.TargetFormat, "targetFormat", AskFormat(input, checks)) },
            "enhance" => result with
            {
                Scene = checks.Word(TencentWords.EnhanceScene, "scene", input.Scene ?? "general"),
                Resolution = checks.Word(TencentWords.EnhanceResolution, "resolution", input.Resolution ?? "1080"),
            },
            "scene-transcode" => result with
            {
                Scene = checks.Word(TencentWords.TranscodeScene, "scene", AskScene(input, checks)),
                Resolution = checks.Word(TencentWords.TranscodeResolution, "resolution", input.Resolution ?? "1080"),
                Priority = checks.Word(TencentWords.TranscodePriority, "priority", input.Priority ?? "best"),
            },
            _ => CheckTemplate(result, operation, checks),
        };
    }

    private static ProcessInput CheckTemplate(ProcessInput input, ProcessOperation operation, InputChecks checks)
    {
        var preset = ProcessTemplates.Current.Presets.GetValueOrDefault(operation.Name);
        var definition = checks.Ask(
            input.Definition?.ToString(),
            "definition",
            $"Which template should be used to {char.ToLowerInvariant(operation.Title[0])}{operation.Title[1..]}?",
            [new QuestionOption($"The service's preset ({preset})", preset.ToString())],
            preset.ToString());
        var result = input with { Definition = definition is null ? null : long.Parse(definition) };
        if (operation.Name == "snapshot") return result with { ExtTimeOffsetSet = Offsets(input, checks) };
        return operation.Name == "cover-by-snapshot" ? CheckPosition(result, checks) : result;
    }

    private static ProcessInput CheckPosition(ProcessInput input, InputChecks checks)
    {
        var type = checks.Word(
            TencentWords.PositionType,
            "positionType",
            checks.Ask(input.PositionType, "positionType", "How do you want to say where the cover is taken?", [new("By seconds from the start", "Time"), new("By percent of the length", "Percent")], "Time"));
        var value = checks.Ask(input.PositionValue?.ToString(), "positionValue", "At which second (or percent) should the cover be taken?");
        if (type == "Percent") checks.Range("positionValue", input.PositionValue, 0, 100);
        else checks.RefuseIf(input.PositionValue < 0, "positionValue", "The position is a number of seconds from the start, so it cannot be negative.");
        return input with { PositionType = type, PositionValue = value is null ? null : input.PositionValue };
    }

    private static IReadOnlyList<string>? Offsets(ProcessInput input, InputChecks checks)
    {
        var offsets = input.ExtTimeOffsetSet?.Select(o => o.Trim().Replace("pct", "%", StringComparison.Ordinal)).ToList();
        foreach (var offset in offsets ?? [])
            checks.RefuseIf(
                !Offset().IsMatch(offset),
                "extTimeOffsetSet",
                $"'{offset}' is no time of a snapshot: write seconds as 3.5s or percent as 10% (or 10pct).");
        return offsets;
    }

    private static void RefuseForeign(ProcessInput input, ProcessOperation operation, InputChecks checks)
    {
        (string Name, bool Given)[] members =
        [
            ("procedure", input.Procedure is not null), ("quality", input.Quality is not null), ("targetFormat", input.TargetFormat is not null), ("scene", input.Scene is not null),
            ("resolution", input.Resolution is not null), ("priority", input.Priority is not null), ("definition", input.Definition is not null), ("watermarkSet", input.WatermarkSet is not null),
            ("extTimeOffsetSet", input.ExtTimeOffsetSet is not null), ("startTime", input.StartTime is not null), ("endTime", input.EndTime is not null),
            ("positionType", input.PositionType is not null), ("positionValue", input.PositionValue is not null), ("subtitleSet", input.SubtitleSet is not null),
        ];
        foreach (var (name, given) in members)
            if (given && !operation.Options.Contains(name)) checks.Refuse(name, Foreign(name, operation.Name));
    }

    private static string Foreign(string member, string operation) => (member, operation) switch
    {
        ("priority", _) => "priority belongs to scene-transcode only. The place in the service's queue is tasksPriority (-10 to 10).",
        ("quality", "scene-transcode") => "quality belongs to transcode; a scene transcode takes scene, resolution and priority. They are different features.",
        ("scene", "transcode") => "scene belongs to scene-transcode and enhance; transcode takes quality. They are different features.",
        ("watermarkSet", "image-sprite") => "Image sprites take no watermarks.",
        _ => $"{operation} takes no {member}.",
    };

    private static string? AskFormat(ProcessInput input, InputChecks checks) => checks.Ask(
        input.TargetFormat, "targetFormat", "Which container should the video get?", [new("MP4 file", "mp4"), new("HLS stream", "hls")]);

    private static string? AskScene(ProcessInput input, InputChecks checks) => checks.Ask(
        input.Scene, "scene", "What kind of programme is it?", [new("Short drama", "short_drama"), new("E-commerce", "ecommerce"), new("Information feed", "feed")]);

    [GeneratedRegex(@"^\d+(\.\d+)?(s|%)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Offset();
}
