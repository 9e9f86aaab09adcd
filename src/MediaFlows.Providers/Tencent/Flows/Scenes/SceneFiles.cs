using System.Text.Json.Nodes;
using MediaFlows.Core.Media;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Scenes;

/// <summary>Pictures of scenes, written <c>File:id</c> or <c>Url:link</c>; a path behind <c>File:</c> is uploaded first.</summary>
internal static class SceneFiles
{
    private const string FilePrefix = "File:";
    private const string UrlPrefix = "Url:";

    /// <summary>The pictures as they are sent, with placeholders for those that are uploaded first.</summary>
    public static async ValueTask<IReadOnlyList<string>?> CheckAsync(
        string field,
        IReadOnlyList<string>? files,
        InputChecks checks,
        CancellationToken cancellationToken)
    {
        if (files is null) return null;
        var result = new List<string>();
        foreach (var file in files)
        {
            if (file.StartsWith(UrlPrefix, StringComparison.Ordinal))
            {
                checks.RefuseIf(!FileReference.IsLink(file[UrlPrefix.Length..]), field, $"'{file}': a link starts with http:// or https://.");
                result.Add(file);
                continue;
            }

            if (!file.StartsWith(FilePrefix, StringComparison.Ordinal))
            {
                checks.Refuse(field, $"'{file}' must be written File:<id> or Url:<link>.");
                continue;
            }

            var reference = FileReference.Read(file[FilePrefix.Length..]);
            var local = reference.Source is { Url: null } source ? source : null;
            checks.RefuseIf(reference.FileId is null && local is null, field, $"'{file}' names no file; a link is written Url:<link>.");
            var id = local is null ? reference.FileId : await checks.UploadAsync(field, local, cancellationToken);
            result.Add(FilePrefix + id);
        }

        return result;
    }

    /// <summary>The pictures as request members.</summary>
    public static JsonArray? Build(IReadOnlyList<string>? files) => VodJson.Array(files?.Select(f => f.StartsWith(UrlPrefix, StringComparison.Ordinal)
        ? new JsonObject { ["Type"] = "Url", ["Url"] = f[UrlPrefix.Length..] }
        : new JsonObject { ["Type"] = "File", ["FileId"] = f[FilePrefix.Length..] }));
}
