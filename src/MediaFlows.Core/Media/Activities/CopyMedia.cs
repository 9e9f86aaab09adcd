using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;

namespace MediaFlows.Core.Media.Activities;

/// <summary>
/// Streams one file into media storage in bounded memory; it appears there whole or not at all, so running it again is safe. A provider's result
/// URL that is refused is asked for anew.
/// </summary>
public sealed class CopyMedia : Activity<CopyMediaInput, CopyMediaOutput>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<CopyMediaInput, CopyMediaOutput> Ref = new("media.copy-file");

    private readonly IMediaReader _reader;
    private readonly IMediaWriter _writer;
    private readonly IReadOnlyList<IResultUrls> _results;

    /// <summary>Reads by <paramref name="reader"/>, writes by <paramref name="writer"/>, and has expired URLs renewed by <paramref name="results"/>.</summary>
    public CopyMedia(IMediaReader reader, IMediaWriter writer, IEnumerable<IResultUrls> results)
    {
        _reader = reader;
        _writer = writer;
        _results = [.. results];
    }

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<CopyMediaOutput> RunAsync(ActivityContext context, CopyMediaInput input, CancellationToken cancellationToken)
    {
        var target = new MediaSource { Blob = input.To };
        MediaWritten written;
        if (input.Source.Url is { } url)
        {
            written = await DownloadAsync(url, target, cancellationToken);
        }
        else
        {
            var info = await _reader.InspectAsync(input.Source, cancellationToken);
            await using var content = await _reader.OpenAsync(input.Source, 0, null, info.Version, cancellationToken);
            written = await _writer.WriteAsync(target, content, info.ContentType, cancellationToken);
        }

        return new CopyMediaOutput(input.To, written.Length, written.Sha256, written.ContentType);
    }

    private async Task<MediaWritten> DownloadAsync(string url, MediaSource target, CancellationToken cancellationToken)
    {
        try
        {
            return await _writer.DownloadAsync(url, target, null, cancellationToken);
        }
        catch (FlowException e) when (e.Error.HttpStatus is 401 or 403 or 404 or 410)
        {
            foreach (var results in _results)
                if (await results.RenewAsync(url, cancellationToken) is { } fresh) return await _writer.DownloadAsync(fresh, target, null, cancellationToken);
            throw;
        }
    }
}
