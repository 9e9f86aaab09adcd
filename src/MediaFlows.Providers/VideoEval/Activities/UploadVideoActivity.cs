using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>
/// Uploads one video of a checked batch (<c>POST …/survey/attachment</c>). A step of <c>videoeval.submit</c> and of nothing else: the document
/// forbids an upload operation of its own, so no flow, query or command leads here. Its result is a checkpoint: a finished upload is not made again.
/// </summary>
public sealed class UploadVideoActivity(VideoEvalClient client, IMediaReader media) : Activity<UploadVideoInput, VideoAttachment>
{
    private const long ReportEvery = 4 * 1024 * 1024;

    /// <summary>What the flow calls.</summary>
    public static readonly ActivityRef<UploadVideoInput, VideoAttachment> Ref = new("videoeval.upload-video");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<VideoAttachment> RunAsync(ActivityContext context, UploadVideoInput input, CancellationToken cancellationToken)
    {
        var video = input.Video;
        var content = await media.OpenAsync(video.Source, 0, video.Length, video.Version, cancellationToken);
        var reported = 0L;
        return await client.UploadAsync(input.Call, video.Name, video.Length, content, sent =>
        {
            if (sent - reported < ReportEvery && sent < video.Length) return;
            reported = sent;
            context.Report(new FlowProgress { BytesSent = sent, BytesTotal = video.Length, Message = video.Name });
        }, cancellationToken);
    }
}
