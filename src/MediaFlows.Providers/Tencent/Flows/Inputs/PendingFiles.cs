using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Providers.Tencent.Activities;

namespace MediaFlows.Providers.Tencent.Flows.Inputs;

/// <summary>Looks at files before they are uploaded.</summary>
internal static class PendingFiles
{
    /// <summary>The file as it will be uploaded, or null after a finding; <paramref name="given"/> is its type where the caller says it, else its extension tells.</summary>
    public static async ValueTask<PendingMedia?> InspectAsync(
        InputChecks checks,
        FlowPreparation preparation,
        string field,
        MediaSource source,
        CancellationToken cancellationToken,
        string? given = null,
        bool cover = false)
    {
        if (new[] { source.Url, source.Blob, source.File }.Count(s => s is not null) != 1)
        {
            checks.Refuse(field, "Name exactly one of url, blob and file.");
            return null;
        }

        if (source.Url is not null)
        {
            checks.RefuseIf(!FileReference.IsLink(source.Url), field, "The link must start with http:// or https://.");
            var named = new Uri(FileReference.IsLink(source.Url) ? source.Url : "http://x/").Segments[^1];
            return new PendingMedia(source, MediaTypes.Of(named), MediaTypes.NameOf(Uri.UnescapeDataString(named)));
        }

        var info = await preparation.Media.InspectAsync(source, cancellationToken);
        var type = given is null ? MediaTypes.Of(info.Name) : MediaTypes.Plain(given);
        if (type.Length == 0)
        {
            checks.Refuse(field, "The name of the file does not show its type. An upload can be given one, such as mp4.");
            return null;
        }

        if (cover) checks.RefuseIf(!MediaTypes.IsCover(type), field, $"'.{type}' is no type that a cover may have.");
        else checks.RefuseIf(!MediaTypes.IsKnown(type), field, $"'.{type}' is no media type that is taken. There are: {MediaTypes.List}.");
        checks.RefuseIf(
            MediaTypes.IsManifest(type) && info.Length > ListManifest.LargestPlaylist,
            field,
            $"The playlist has {info.Length} bytes; at most {ListManifest.LargestPlaylist} are read.");
        checks.RefuseIf(info.Length is null or 0, field, "The file is empty, or its length is not known.");
        return new PendingMedia(source, type, MediaTypes.NameOf(info.Name)) { Length = info.Length ?? 0, Version = info.Version };
    }
}
