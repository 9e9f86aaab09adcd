using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Looks at local sources while an input is prepared. URLs are looked at by the run: a dry run opens no connection.</summary>
internal static class SourceChecks
{
    public static async Task CheckAsync(string field, MediaSource source, FlowPreparation preparation, InputErrors errors, CancellationToken cancellationToken)
    {
        var members = new[] { source.Url, source.Blob, source.File }.Count(m => m is not null);
        if (members != 1)
        {
            errors.Add(field, $"{field} takes exactly one of url, blob and file.");
            return;
        }

        if (source.Url is { } url && !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(field, "A URL must start with http:// or https://.");
            return;
        }

        if (source.Url is not null) return;
        try
        {
            await preparation.Media.InspectAsync(source, cancellationToken);
        }
        catch (FlowException e)
        {
            errors.Add(field, e.Error.Message);
        }
    }

    /// <summary>An output goes to media storage or to a file.</summary>
    public static void CheckTarget(string field, MediaSource? target, InputErrors errors)
    {
        if (target is not null && (target.Url is not null || (target.Blob is null) == (target.File is null)))
            errors.Add(field, $"{field} takes exactly one of blob and file.");
    }

    /// <summary>Where an object is written: a target that ends with a slash, or one for several objects, is a folder that takes their base names.</summary>
    public static MediaSource At(MediaSource target, string key, bool several)
    {
        var path = target.File ?? target.Blob!;
        if (several || path.EndsWith('/') || path.EndsWith('\\')) path = path.TrimEnd('/', '\\') + "/" + key[(key.LastIndexOf('/') + 1)..];
        return target.File is not null ? target with { File = path } : target with { Blob = path };
    }
}
