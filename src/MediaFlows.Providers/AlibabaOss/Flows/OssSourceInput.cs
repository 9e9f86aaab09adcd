using System.ComponentModel;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Input of a flow that works on one object, or on a file that is uploaded for the time of the flow.</summary>
public abstract record OssSourceInput : OssInput
{
    /// <summary>Key of an object in the bucket. Exactly one of this and <see cref="Uri"/>.</summary>
    [Description("Key of an object in the bucket. Exactly one of source and uri.")]
    public string? Source { get; init; }

    /// <summary>A URL, a name in media storage or a file; uploaded below <c>_upload_tmp/</c>, processed, removed.</summary>
    [Description("A URL, a name in media storage or a file: uploaded, processed, removed. Exactly one of source and uri.")]
    public MediaSource? Uri { get; init; }

    /// <summary>Name shown in results: the key, or the redacted source.</summary>
    internal string Shown() => Source ?? Uri!.ToString();

    /// <summary>The name that a file made from it gets in a folder: the key's or the source's own.</summary>
    internal string BaseName()
    {
        var path = Source ?? Uri!.File ?? Uri!.Blob ?? new System.Uri(Uri!.Url!).AbsolutePath;
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length == 0 ? "image" : name;
    }

    /// <summary>Checks that exactly one of both is given and, for files and media storage, that it is there.</summary>
    internal async Task CheckSourceAsync(OssSettings settings, FlowPreparation preparation, InputErrors errors, CancellationToken cancellationToken)
    {
        if ((Source is null) == (Uri is null))
        {
            errors.Add("source", "Exactly one of source and uri is required.");
            return;
        }

        settings.Key("source", Source);
        if (Uri is not null) await SourceChecks.CheckAsync("uri", Uri, preparation, errors, cancellationToken);
    }
}
