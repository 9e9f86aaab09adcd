using System.Globalization;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using MediaFlows.Providers.MediaFormats;
using MediaFlows.Providers.VideoEval.Activities;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Validation;

/// <summary>
/// Checks a whole batch before its first upload: 1 to 10 videos, each one there, named <c>.mp4</c>, of type <c>video/mp4</c>, at most 50MB, an MP4 by its content.
/// Everything that is wrong is found at once, and nothing is uploaded while anything is.
/// </summary>
public sealed class VideoBatch(IMediaReader media, InputErrors errors)
{
    private const string Field = "files";

    /// <summary>The document's word for the worst finding: a file that is missing, one that may not be read, else a broken rule.</summary>
    public string ErrorWord { get; private set; } = ErrorEnvelope.ValueError;

    /// <summary>Checks <paramref name="files"/>; the result is complete only when nothing was added to the errors.</summary>
    public async Task<IReadOnlyList<EvaluationVideo>> CheckAsync(IReadOnlyList<MediaSource> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0) errors.Add(Field, "Name at least one video; one evaluation task takes 1 to 10.");
        if (files.Count > VideoEvalService.MostVideos)
        {
            // The content of more files than can be taken is not looked at.
            errors.Add(Field, $"The batch has {files.Count} videos; one evaluation task takes at most {VideoEvalService.MostVideos}.");
            return [];
        }

        var videos = new List<EvaluationVideo>();
        for (var i = 0; i < files.Count; i++)
            if (await CheckOneAsync($"{Field}[{i}]", files[i], cancellationToken) is { } video) videos.Add(video);
        return videos;
    }

    private async Task<EvaluationVideo?> CheckOneAsync(string field, MediaSource source, CancellationToken cancellationToken)
    {
        if (new[] { source.Url, source.Blob, source.File }.Count(s => !string.IsNullOrWhiteSpace(s)) != 1)
        {
            errors.Add(field, "Name exactly one of file, blob and url.");
            return null;
        }

        try
        {
            var info = await media.InspectAsync(source, cancellationToken);
            CheckName(field, info);
            if (info.Length is not { } length)
            {
                errors.Add(field, $"'{info.Name}': its size is not told by its server, so it cannot be checked against the limit of 50MB. Download it and name the file.");
                return null;
            }

            CheckSize(field, info.Name, length);
            if (length > 0) await CheckContentAsync(field, source, info, length, cancellationToken);
            return new EvaluationVideo(source, info.Name, length) { Version = info.Version };
        }
        catch (FlowException e) when (e is not InvalidInputException)
        {
            ErrorWord = e.Error.Code switch
            {
                ErrorCodes.FileNotFound or ErrorCodes.BlobNotFound => ErrorEnvelope.FileNotFoundError,
                ErrorCodes.FileOutsideRoot or ErrorCodes.UrlRefused when ErrorWord == ErrorEnvelope.ValueError => ErrorEnvelope.PermissionError,
                _ => ErrorWord,
            };
            errors.Add(field, e.Error.Message);
            return null;
        }
    }

    private void CheckName(string field, MediaInfo info)
    {
        if (info.Extension != ".mp4")
            errors.Add(field, $"'{info.Name}' has {(info.Extension.Length == 0 ? "no extension" : "the extension " + info.Extension)}; only .mp4 files are accepted.");
        // A store that was told no type says octet-stream; that says nothing.
        var type = info.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is not (null or "" or "application/octet-stream" or VideoEvalService.VideoType))
            errors.Add(field, $"'{info.Name}' has the media type {type}; only {VideoEvalService.VideoType} is accepted.");
    }

    private void CheckSize(string field, string name, long length)
    {
        if (length == 0) errors.Add(field, $"'{name}' is empty.");
        if (length <= VideoEvalService.MostBytes) return;
        var measured = (length / 1048576.0).ToString("0.00", CultureInfo.InvariantCulture);
        errors.Add(field, $"'{name}' has {measured} MB ({length} bytes); at most 50MB ({VideoEvalService.MostBytes} bytes) are accepted.");
    }

    private async Task CheckContentAsync(string field, MediaSource source, MediaInfo info, long length, CancellationToken cancellationToken)
    {
        var start = new byte[(int)Math.Min(length, Mp4Signature.Length)];
        await using (var content = await media.OpenAsync(source, 0, start.Length, info.Version, cancellationToken))
        {
            var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
            start = start[..read];
        }

        if (Mp4Signature.IsMp4(start)) return;
        var brand = Mp4Signature.Brand(start);
        errors.Add(field, brand is null
            ? $"'{info.Name}' is not an MP4 by its content: it does not start with an ftyp box."
            : $"'{info.Name}' is not an MP4 video by its content: its format is '{brand.Trim()}'.");
    }
}
