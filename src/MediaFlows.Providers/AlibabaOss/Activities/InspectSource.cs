using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Looks at a source before it is uploaded: name, length, type, version.</summary>
public sealed class InspectSource(IMediaReader media) : Activity<MediaSource, MediaInfo>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<MediaSource, MediaInfo> Ref = new("oss.inspect-source");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override Task<MediaInfo> RunAsync(ActivityContext context, MediaSource input, CancellationToken cancellationToken) => media.InspectAsync(input, cancellationToken);
}
