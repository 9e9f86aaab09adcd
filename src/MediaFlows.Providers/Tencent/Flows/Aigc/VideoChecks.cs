using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Flows.Aigc;

/// <summary>The rules of video generation beyond those of every generation.</summary>
internal static class VideoChecks
{
    public static async ValueTask<AigcVideoInput> CheckAsync(AigcVideoInput input, AigcModel? model, InputChecks checks, CancellationToken cancellationToken)
    {
        var files = input.FileInfos ?? [];
        CheckDuration(input, model, checks);
        CheckFrames(input, files, model, checks);
        CheckElements(input, model, checks);
        if (model is { SceneTypes: { } scenes } && input.SceneType is not null && !scenes.Contains(input.SceneType))
            checks.Refuse("sceneType", new WireWord([.. scenes]).Refuse("sceneType", input.SceneType));
        var version = input.ModelVersion ?? "";
        checks.RefuseIf(
            model?.ImageRequiredVersions?.Contains(version) == true && files.Count == 0,
            "fileInfos",
            $"{input.Model} {version} works from a picture: give one.");
        checks.RefuseIf(input.SubjectInfos is { ValueKind: not System.Text.Json.JsonValueKind.Array }, "subjectInfos", "Subjects are a list.");
        var last = await AsIdAsync(input.LastFrameFileId, checks, cancellationToken);
        return input with
        {
            LastFrameFileId = last.FileId,
            LastFrameUrl = input.LastFrameUrl ?? last.Url,
            OutputAudioGeneration = checks.Word(TencentWords.Switch, "outputAudioGeneration", input.OutputAudioGeneration),
            OutputEnhanceSwitch = checks.Word(TencentWords.Switch, "outputEnhanceSwitch", input.OutputEnhanceSwitch),
            OutputOffPeak = checks.Word(TencentWords.Switch, "outputOffPeak", input.OutputOffPeak),
            OutputFrameInterpolate = checks.Word(TencentWords.Switch, "outputFrameInterpolate", input.OutputFrameInterpolate),
            OutputEnableBgm = checks.Word(TencentWords.Switch, "outputEnableBgm", input.OutputEnableBgm),
        };
    }

    private static void CheckDuration(AigcVideoInput input, AigcModel? model, InputChecks checks)
    {
        checks.RefuseIf(input.OutputDuration <= 0, "outputDuration", "The length is a positive number of seconds.");
        if (input.OutputDuration is { } seconds && model?.Durations is { } known && !known.Contains(seconds))
            checks.Warn($"A length of {seconds} s is not documented for {model.Name} ({string.Join(", ", known)}); it is sent as it is.");
    }

    private static void CheckFrames(AigcVideoInput input, IReadOnlyList<AigcFile> files, AigcModel? model, InputChecks checks)
    {
        if (input.LastFrameFileId is null && input.LastFrameUrl is null) return;
        checks.RefuseIf(input.LastFrameFileId is not null && input.LastFrameUrl is not null, "lastFrameUrl", "Give the last frame once: by id or by link.");
        checks.RefuseIf(files.Count == 0, "lastFrameFileId", "A last frame needs a first one: give it as a reference file.");
        var version = input.ModelVersion ?? "";
        var knownVersion = model?.Versions.Contains(version) == true;
        checks.RefuseIf(knownVersion && model?.LastFrameVersions?.Contains(version) == false, "lastFrameFileId", $"{input.Model} {version} takes no last frame.");
        checks.RefuseIf(
            model is { LastFrameWithOneReference: true } && files.Count > 1,
            "lastFrameFileId",
            $"{input.Model} takes a last frame with one reference file only.");
        if (model?.LastFrameResolution?.TryGetValue(version, out var resolution) == true)
            checks.RefuseIf(
                !string.Equals(input.OutputResolution, resolution, StringComparison.OrdinalIgnoreCase),
                "outputResolution",
                $"{input.Model} {version} with a last frame needs the resolution {resolution}.");
    }

    private static void CheckElements(AigcVideoInput input, AigcModel? model, InputChecks checks)
    {
        var ids = input.ElementIds ?? [];
        ElementPrompt.Check(input.Prompt, ids.Count, checks);
        foreach (var id in ids)
            checks.RefuseIf(
                !long.TryParse(id, System.Globalization.NumberStyles.None, null, out _),
                "elementIds",
                $"'{id}' is no id of an element; it is a whole number.");
        if (ids.Count == 0) return;
        checks.RefuseIf(
            model is not null && model.Versions.Contains(input.ModelVersion ?? "") && model.ElementVersions?.Contains(input.ModelVersion ?? "") != true,
            "elementIds",
            "Custom elements go with Kling O1 and Kling 3.0-Omni only.");
        if (input.ExtInfo is not null) checks.Warn("The element ids take the place of AdditionalParameters in the further options.");
    }

    private static async ValueTask<(string? FileId, string? Url)> AsIdAsync(string? text, InputChecks checks, CancellationToken cancellationToken)
    {
        if (text is null) return (null, null);
        var file = await AigcChecks.FileAsync("lastFrameFileId", new AigcFile { FileId = text }, checks, cancellationToken);
        return (file.FileId, file.Url);
    }
}
