namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>How operations may be combined in one request, in the document's order of checks. The first broken rule is the finding.</summary>
public static class ChainRules
{
    /// <summary>The broken rule, or null.</summary>
    public static string? Error(IReadOnlyList<MediaOperation> operations)
    {
        if (operations.Count == 0) return "At least one operation is required. Example: resize:w=600.";
        var many = operations.Count > 1;
        if (Of(operations, OperationRole.File) is { } file && many)
            return $"'{file.Name}' must be used alone. Split the work into several requests.";
        if (Of(operations, OperationRole.Info) is { } info && many)
            return $"'{info.Name}' must be used alone; it cannot be chained. Run it as a request of its own.";
        var media = operations.Where(o => o.Rule.Category is OperationCategory.Video or OperationCategory.Audio or OperationCategory.Hls).ToList();
        if (media.Count > 0 && media.Count < operations.Count)
            return $"Cannot mix '{media[0].Name}' with image operations. Process images and media in separate requests.";
        if (media.Count > 1)
            return $"Only one video, audio or HLS operation is allowed per request; this has {media.Count}. Split the work into several requests.";
        if (Of(operations, OperationRole.Extract) is not null && many)
            return "'blindwatermark-extract' must be used alone. Extract in a request of its own.";
        if (Of(operations, OperationRole.Detect) is { } detect && many)
            return $"'{detect.Name}' must be used alone; detection cannot be combined with other operations. Split the work into several requests.";
        var embeds = operations.Count(o => o.Rule.Role == OperationRole.Embed);
        if (embeds > 1) return "'blindwatermark-embed' may be used only once.";
        if (embeds == 1 && operations[^1].Rule.Role != OperationRole.Embed)
            return "'blindwatermark-embed' must be the last operation. Move it to the end of the chain.";
        var images = operations.Count(o => o.Name == "watermark" && o["image"] is not null);
        return images > 3 ? $"At most 3 image watermarks are allowed; this has {images}." : null;
    }

    private static MediaOperation? Of(IReadOnlyList<MediaOperation> operations, OperationRole role) => operations.FirstOrDefault(o => o.Rule.Role == role);
}
