using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Flows.Aigc;

/// <summary>The rules that image and video generation share.</summary>
internal static class AigcChecks
{
    private const int LongestName = 64;
    private const int MostBase64 = 7 * 1024 * 1024;

    public static async ValueTask<TInput> CheckAsync<TInput>(TInput input, AigcModel? model, InputChecks checks, CancellationToken cancellationToken)
        where TInput : AigcInput
    {
        var files = await FilesAsync(input, checks, cancellationToken);
        if (files.Count == 0 && string.IsNullOrWhiteSpace(input.Prompt)) checks.Ask(null, "prompt", "What should be generated?");
        checks.RefuseIf(
            model?.MaxReferences is { } most && files.Count > most,
            "fileInfos",
            $"{model?.Name} takes at most {model?.MaxReferences} reference files; {files.Count} are given.");
        checks.RefuseIf(
            files.Sum(f => (long)(f.Base64?.Length ?? 0)) > MostBase64,
            "fileInfos",
            "Reference files in Base64 may have 7 MB together; upload larger ones, or give links.");
        checks.RefuseIf(
            model is { ReferenceText: false } && files.Exists(f => f.Text is not null),
            "fileText",
            $"{model?.Name} takes no text with a reference file.");
        checks.Length("outputMediaName", input.OutputMediaName, LongestName);
        checks.Time("outputExpireTime", input.OutputExpireTime);
        checks.JsonObject("extInfo", input.ExtInfo);
        return input with
        {
            FileInfos = files.Count == 0 ? null : files,
            FileId = null,
            FileUrl = null,
            Source = null,
            FileText = null,
            EnhancePrompt = checks.Word(TencentWords.Switch, "enhancePrompt", input.EnhancePrompt),
            OutputStorageMode = checks.Word(TencentWords.StorageMode, "outputStorageMode", input.OutputStorageMode),
            OutputPersonGeneration = checks.Word(TencentWords.PersonGeneration, "outputPersonGeneration", input.OutputPersonGeneration),
            InputComplianceCheck = checks.Word(TencentWords.Switch, "inputComplianceCheck", input.InputComplianceCheck),
            OutputComplianceCheck = checks.Word(TencentWords.Switch, "outputComplianceCheck", input.OutputComplianceCheck),
            InputRegion = checks.Word(TencentWords.InputRegion, "inputRegion", input.InputRegion),
            OutputResolution = ModelChecks.Listed("resolution", input.OutputResolution, model?.Resolutions, model?.Name ?? "", checks),
            OutputAspectRatio = ModelChecks.Listed("aspect ratio", input.OutputAspectRatio, model?.AspectRatios, model?.Name ?? "", checks),
        };
    }

    /// <summary>A file as the service wants it: told apart, and with a placeholder where it is uploaded first.</summary>
    public static async ValueTask<AigcFile> FileAsync(string field, AigcFile file, InputChecks checks, CancellationToken cancellationToken)
    {
        var reference = FileReference.Read(file.FileId);
        var url = file.Url ?? reference.Source?.Url;
        checks.RefuseIf(url is not null && !FileReference.IsLink(url), field, "The link of a reference file must start with http:// or https://.");
        var fileId = reference.Source is { Url: null } path ? await checks.UploadAsync(field, path, cancellationToken) : reference.FileId;
        var given = new[] { fileId, url, file.Base64 }.Count(v => v is not null);
        checks.RefuseIf(file.Base64?.StartsWith("data:", StringComparison.Ordinal) == true, field, "Leave out the data: prefix of Base64.");
        checks.RefuseIf(given != 1, field, "Each reference file is given once: by id, by link or in Base64.");
        return file with
        {
            Type = fileId is not null ? "File" : url is not null ? "Url" : "Base64",
            FileId = fileId,
            Url = url,
            Category = checks.Word(TencentWords.FileCategory, field, file.Category),
            Usage = checks.Word(TencentWords.FileUsage, field, file.Usage),
            KeepOriginalSound = checks.Word(TencentWords.Switch, field, file.KeepOriginalSound),
        };
    }

    private static async ValueTask<List<AigcFile>> FilesAsync(AigcInput input, InputChecks checks, CancellationToken cancellationToken)
    {
        var files = new List<AigcFile>();
        var single = new[] { input.FileId is not null, input.FileUrl is not null, input.Source is not null }.Count(g => g);
        checks.RefuseIf(single > 1, "fileId", "One reference file is given by id or by link; several go into fileInfos.");
        checks.RefuseIf(
            single > 0 && input.FileInfos is { Count: > 0 },
            "fileInfos",
            "One reference file goes into fileId or fileUrl, several go into fileInfos; not both.");
        if (single == 1 && input.Source is null)
            files.Add(await FileAsync("fileId", new AigcFile { FileId = input.FileId, Url = input.FileUrl, Text = input.FileText }, checks, cancellationToken));
        if (single == 1 && input.Source is { Url: { } link })
            files.Add(await FileAsync("source", new AigcFile { Url = link, Text = input.FileText }, checks, cancellationToken));
        if (single == 1 && input.Source is { Url: null } source && await checks.UploadAsync("source", source, cancellationToken) is { } placeholder)
            files.Add(new AigcFile { Type = "File", FileId = placeholder, Text = input.FileText });
        foreach (var file in input.FileInfos ?? [])
            files.Add(await FileAsync("fileInfos", file, checks, cancellationToken));
        return files;
    }
}
