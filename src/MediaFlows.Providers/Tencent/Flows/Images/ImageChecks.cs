using MediaFlows.Core.Errors;
using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Flows.Images;

/// <summary>The rules of image processing.</summary>
internal static class ImageChecks
{
    private const string DefaultPrompt = "Understand this image";
    private const int LargestBase64 = 4 * 1024 * 1024;
    private const int LargestSide = 4096;

    public static async ValueTask<ImageProcessInput> CheckAsync(ImageProcessInput input, InputChecks checks, CancellationToken cancellationToken)
    {
        var operation = checks.Ask(
            input.Operation,
            "operation",
            "What should be done with the picture?",
            [new("Make it larger and sharper", "super-resolution"), new("Apply a template of mine", "template"), new("Describe it", "understand")]);
        checks.Length("outputName", input.OutputName, 64);
        checks.Time("expireTime", input.ExpireTime);
        checks.JsonObject("extInfo", input.ExtInfo);
        checks.RefuseIf(input.MediaStoragePath is not null, "mediaStoragePath", "A picture is named by its id, a link, a file or Base64.");
        var located = await LocateAsync(input, checks, cancellationToken);
        switch (operation)
        {
            case "super-resolution":
                return CheckEnlarge(located, checks);
            case "template":
                checks.Ask(input.TemplateId?.ToString(), "templateId", "Which template should be applied?");
                return CheckEnlarge(located, checks);
            case "understand":
                RefuseEnlarging(input, checks, "understand");
                checks.RefuseIf(input.TemplateId is not null, "templateId", "understand has a template of its own.");
                return located with { Prompt = input.Prompt ?? DefaultPrompt, Model = UnderstandModel(input.Model, checks) };
            case null:
                return located;
            default:
                checks.Refuse("operation", $"'{operation}' is no operation. There are: super-resolution, template, understand.");
                return located;
        }
    }

    private static async ValueTask<ImageProcessInput> LocateAsync(ImageProcessInput input, InputChecks checks, CancellationToken cancellationToken)
    {
        // The service takes links of pictures as they are; only local files are uploaded.
        var reference = FileReference.Read(input.FileId);
        var url = input.Url ?? reference.Source?.Url ?? input.Source?.Url;
        checks.RefuseIf(url is not null && !FileReference.IsLink(url), "url", "The link must start with http:// or https://.");
        checks.RefuseIf(input.Base64?.Length > LargestBase64, "base64", "Base64 of at most 4 MB is taken; upload the picture instead.");
        checks.RefuseIf(input.Base64?.StartsWith("data:", StringComparison.Ordinal) == true, "base64", "Leave out the data: prefix.");
        var fileId = url is null ? await checks.FileAsync("fileId", input.FileId, input.Source, cancellationToken) : reference.FileId;
        var given = new[] { fileId, url, input.Base64 }.Count(v => v is not null);
        checks.RefuseIf(given > 1, "fileId", "Give the picture once: its id, a link, a file, or Base64.");
        if (given == 0 && input.Source is null) checks.Ask(null, "fileId", "Which picture? Give its id, a file or a link.");
        return input with { FileId = fileId, Url = url, Source = null };
    }

    private static ImageProcessInput CheckEnlarge(ImageProcessInput input, InputChecks checks)
    {
        checks.RefuseIf(input.Prompt is not null || input.Model is not null, "prompt", "prompt and model belong to understand.");
        if (input.TemplateId is not null)
        {
            RefuseEnlarging(input, checks, "an existing template");
            return input;
        }

        var mode = checks.Word(TencentWords.SuperResolutionMode, "mode", input.Mode ?? "percent");
        checks.RefuseIf(mode == "fixed" && (input.Width is null || input.Height is null), "width", "mode fixed needs width and height.");
        checks.RefuseIf(mode == "aspect" && input.LongSide is null && input.ShortSide is null, "longSide", "mode aspect needs longSide or shortSide.");
        checks.RefuseIf(mode == "percent" && input.Percent <= 0, "percent", "percent is a factor such as 2.0.");
        checks.Range("width", input.Width, 1, LargestSide);
        checks.Range("height", input.Height, 1, LargestSide);
        checks.Range("longSide", input.LongSide, 1, LargestSide);
        checks.Range("shortSide", input.ShortSide, 1, LargestSide);
        checks.Range("outputQuality", input.OutputQuality, 1, 100);
        return input with
        {
            Mode = mode,
            Percent = mode == "percent" ? input.Percent ?? 2.0 : input.Percent,
            SrType = checks.Word(TencentWords.SuperResolutionType, "srType", input.SrType ?? "super"),
            OutputFormat = checks.Word(TencentWords.ImageFormat, "outputFormat", input.OutputFormat),
        };
    }

    private static string? UnderstandModel(string? model, InputChecks checks)
    {
        var known = ProcessTemplates.Current.UnderstandModels;
        if (model is null || known.Contains(model)) return model;
        if (known.FirstOrDefault(m => string.Equals(m, model, StringComparison.OrdinalIgnoreCase)) is { } near)
            checks.Refuse("model", $"'{model}' is not a model; upper and lower case matter: write {near}.");
        else checks.Warn($"The model {model} is not in the catalogue of this version ({string.Join(", ", known)}); it is sent as it is.");
        return model;
    }

    private static void RefuseEnlarging(ImageProcessInput input, InputChecks checks, string what) => checks.RefuseIf(
        input.Mode is not null || input.Percent is not null || input.Width is not null || input.Height is not null || input.LongSide is not null || input.ShortSide is not null || input.SrType is not null || input.OutputFormat is not null || input.OutputQuality is not null,
        "mode",
        $"Mode, size, strength and encoding make a new template; they do not go with {what}.");
}
