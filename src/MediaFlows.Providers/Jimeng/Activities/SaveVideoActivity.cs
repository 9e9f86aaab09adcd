using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Http;
using MediaFlows.Core.Media;
using MediaFlows.Providers.Jimeng.Api;
using MediaFlows.Providers.MediaFormats;

namespace MediaFlows.Providers.Jimeng.Activities;

/// <summary>
/// Downloads the result before its URL expires, and checks what came: an MP4, whole. From the second try on the task is asked for a fresh URL first,
/// so that a URL that expired in between does not lose a paid video.
/// </summary>
public sealed class SaveVideoActivity(JimengClient client, IMediaWriter writer, IMediaReader reader) : Activity<SaveVideoInput, MediaWritten>
{
    /// <summary>What the flow calls.</summary>
    public static readonly ActivityRef<SaveVideoInput, MediaWritten> Ref = new("jimeng.save-video");

    // Ten seconds of 1080p are far below this.
    private const long MostBytes = 2L * 1024 * 1024 * 1024;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<MediaWritten> RunAsync(ActivityContext context, SaveVideoInput input, CancellationToken cancellationToken)
    {
        var url = input.VideoUrl;
        if (context.Attempt > 1 && await client.QueryAsync(input.Task, cancellationToken) is { IsSuccess: true } answer) url = answer.Result().VideoUrl ?? url;
        var written = await DownloadAsync(url, input.SaveTo, cancellationToken);
        var problem = await Mp4Structure.CheckAsync(written.Length, (offset, count) => ReadAsync(input.SaveTo, offset, count, cancellationToken));
        if (problem is null) return written with { ContentType = "video/mp4" };

        if (input.SaveTo.Blob is not null) await writer.DeleteAsync(input.SaveTo, cancellationToken);
        throw new FlowException(new FlowError(ErrorCodes.ContentMismatch, $"What was downloaded to {input.SaveTo} ({written.Length} bytes) is not the video: {problem}.")
        {
            Provider = JimengService.Provider,
            Retryable = true,
            Hint = "It is downloaded again; nothing is submitted by that.",
        });
    }

    private async Task<MediaWritten> DownloadAsync(string url, MediaSource target, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.DownloadAsync(url, target, MostBytes, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw HttpFailures.NoAnswer(e, JimengService.Provider, "Downloading the video", safeToRepeat: true);
        }
    }

    private async Task<byte[]> ReadAsync(MediaSource source, long offset, int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await using var content = await reader.OpenAsync(source, offset, count, null, cancellationToken);
        var read = await content.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, cancellationToken);
        return bytes[..read];
    }
}
