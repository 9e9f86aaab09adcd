using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Commands;

/// <summary>Finds the caller's own files in an input, so that the command line can offer them to the host.</summary>
internal static class LocalInputs
{
    private const string FilePrefix = "File:";

    /// <summary>A path or a name in media storage in the place of an id becomes the source of an upload.</summary>
    public static void MovePath(JsonObject input)
    {
        if (input.ContainsKey("source") || FileReference.Read(input["fileId"]?.ToString()).Source is not { Url: null } source) return;
        input.Remove("fileId");
        input["source"] = source.File is not null ? new JsonObject { ["file"] = source.File } : new JsonObject { ["blob"] = source.Blob };
    }

    /// <summary>Pointers of <c>file</c> members.</summary>
    public static IReadOnlyList<string> Files(JsonObject input) =>
        [.. ((string[])["source", "cover"]).Where(m => (input[m] as JsonObject)?.ContainsKey("file") == true).Select(m => $"/{m}/file")];

    /// <summary>Paths inside texts: <c>File:a.png</c>, a last frame, a reference file.</summary>
    public static IReadOnlyList<LocalText> Texts(JsonObject input)
    {
        var texts = new List<LocalText>();
        foreach (var member in (string[])["inputFiles", "clothesFiles"])
            foreach (var (index, item) in (input[member] as JsonArray ?? []).Index())
                if (item?.ToString() is { } text && text.StartsWith(FilePrefix, StringComparison.Ordinal) && IsPath(text[FilePrefix.Length..]))
                    texts.Add(new LocalText($"/{member}/{index}", FilePrefix));
        if (IsPath(input["lastFrameFileId"]?.ToString())) texts.Add(new LocalText("/lastFrameFileId", ""));
        foreach (var (index, item) in (input["fileInfos"] as JsonArray ?? []).Index())
            if (IsPath((item as JsonObject)?["FileId"]?.ToString())) texts.Add(new LocalText($"/fileInfos/{index}/FileId", ""));
        return texts;
    }

    private static bool IsPath(string? text) => FileReference.Read(text).Source?.File is not null;
}
