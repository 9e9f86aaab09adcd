using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;

namespace MediaFlows.Core.Media.Activities;

/// <summary>Streams one file into media storage in bounded memory; it appears there whole or not at all, so running it again is safe.</summary>
public sealed class CopyMedia : Activity<CopyMediaInput, CopyMediaOutput>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<CopyMediaInput, CopyMediaOutput> Ref = new("media.copy-file");

    private readonly IMediaReader _reader;
    private readonly IMediaWriter _writer;

    /// <summary>Reads by <paramref name="reader"/> and writes by <paramref name="writer"/>.</summary>
    public CopyMedia(IMediaReader reader, IMediaWriter writer)
    {
        _reader = reader;
        _writer = writer;
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
            written = await _writer.DownloadAsync(url, target, null, cancellationToken);
        }
        else
        {
            var info = await _reader.InspectAsync(input.Source, cancellationToken);
            await using var content = await _reader.OpenAsync(input.Source, 0, null, info.Version, cancellationToken);
            written = await _writer.WriteAsync(target, content, info.ContentType, cancellationToken);
        }

        return new CopyMediaOutput(input.To, written.Length, written.Sha256, written.ContentType);
    }
}
