namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>Rules that look at several parameters of one operation.</summary>
internal static class SpecialChecks
{
    private static readonly string[] ReEncodeOnly = ["videoslim", "vb", "crf", "s", "fps"];
    private static readonly string[] Preprocessing = ["resize", "crop", "indexcrop", "rounded-corners", "rotate"];

    public static IEnumerable<string> Errors(MediaOperation operation) => operation.Name switch
    {
        "crop" => If(operation["p"] is not null && operation["g"] != "face", "crop: 'p' is only valid with g=face."),
        "blur" => If(operation["p"] is not null && operation["g"] is null, "blur: 'p' is only valid with g=face or g=faces."),
        "rotate" => If(operation["angle"] is not null && operation["degree"] is not null, "rotate: give either 'angle' or 'degree'."),
        "watermark" => Watermark(operation),
        "blindwatermark-embed" => If(operation["content"] is { Length: > 256 }, "blindwatermark-embed: 'content' must have at most 256 characters."),
        "video/convert" => ReEncode(operation).Concat(Audio(operation)),
        "audio/convert" => Audio(operation),
        "video/concat" or "audio/concat" => Inputs(operation).Concat(Audio(operation)),
        _ => [],
    };

    public static IEnumerable<string> Warnings(MediaOperation operation)
    {
        if (operation.Name == "watermark" && operation["shadow"] is { } shadow && !long.TryParse(shadow, out _))
            yield return "watermark: the service documents 'shadow' as an integer from 0 to 100; the given text is passed on encoded.";
        if (operation["gop"] is not null)
            yield return $"{operation.Name}: the service calls the key-frame interval 'g'; 'gop' is passed on as it is.";
        if (operation.Name == "flip") yield return "flip: not in the service's published tables; check the result.";
    }

    private static IEnumerable<string> If(bool broken, string message) => broken ? [message] : [];

    private static IEnumerable<string> Watermark(MediaOperation operation)
    {
        if (operation["text"] is { } text && Base64Url.Encode(text).Length > 64)
            yield return $"watermark: 'text' is {Base64Url.Encode(text).Length} characters long once encoded; at most 64 are allowed.";
        if (operation["shadow"] is { } shadow && long.TryParse(shadow, out var n) && n is < 0 or > 100)
            yield return $"Invalid value '{shadow}' for parameter 'shadow' in operation 'watermark': must be an integer from 0 to 100.";
        if (operation["tile"] is not null && operation["fill"] is not null) yield return "watermark: 'tile' and 'fill' are two names of one parameter.";
        if (operation["preprocess"] is not { } preprocess) yield break;
        if (operation["image"] is null) yield return "watermark: 'preprocess' needs 'image'.";
        foreach (var action in preprocess.Split('+', '/').Select(p => p.Split(',')[0]).Where(a => !Preprocessing.Contains(a, StringComparer.Ordinal)))
            yield return $"watermark: 'preprocess' cannot hold '{action}'; allowed are {string.Join(", ", Preprocessing)}.";
    }

    private static IEnumerable<string> ReEncode(MediaOperation operation)
    {
        if (operation["vcodec"] is not (null or "copy")) yield break;
        var ignored = ReEncodeOnly.Where(p => operation[p] is not null && !(p == "videoslim" && operation[p] == "0")).ToList();
        if (ignored.Count > 0)
            yield return $"video/convert requires 'vcodec' (e.g., vcodec=h264) to apply {string.Join(", ", ignored)}; without it the video is only repackaged and they would be ignored.";
    }

    private static IEnumerable<string> Audio(MediaOperation operation)
    {
        var format = operation["f"];
        if (operation["adepth"] is not null && format != "flac" && operation["acodec"] != "flac") yield return $"{operation.Name}: 'adepth' is only valid with f=flac{(operation.Rule.Find("acodec") is null ? "" : " or acodec=flac")}.";
        if (operation.Rule.Category != OperationCategory.Audio) yield break;
        var (rates, channels) = format switch
        {
            "mp3" => (["8000", "11025", "12000", "16000", "22050", "24000", "32000", "44100", "48000"], 2),
            "opus" => (["8000", "12000", "16000", "24000", "48000"], 8),
            "ac3" => (["32000", "44100", "48000"], 6),
            "amr" => (["8000", "16000"], 1),
            _ => ((string[]?)null, 8),
        };
        if (rates is not null && operation["ar"] is { } rate && !rates.Contains(rate, StringComparer.Ordinal))
            yield return $"Invalid value '{rate}' for parameter 'ar' in operation '{operation.Name}': {format} takes {string.Join(", ", rates)}.";
        if (operation.Whole("ac") is { } ac && ac > channels)
            yield return $"Invalid value '{ac}' for parameter 'ac' in operation '{operation.Name}': {format} takes at most {channels}.";
    }

    private static IEnumerable<string> Inputs(MediaOperation operation)
    {
        var inputs = operation.Segments.Count + 1;
        if (inputs > 11) yield return $"{operation.Name} takes at most 11 inputs with the source; this has {inputs}.";
        if (operation.Whole("align") is { } align && align >= inputs)
            yield return $"Invalid value '{align}' for parameter 'align' in operation '{operation.Name}': there are {inputs} inputs, counted from 0.";
    }
}
