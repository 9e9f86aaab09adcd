using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Puts a small object in one request (PutObject), checksum compared. Running it again writes the same bytes again.</summary>
public sealed class PutObject(ObjectClient objects, IMediaReader media) : Activity<SendInput, Stored>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SendInput, Stored> Ref = new("oss.put-object");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Stored> RunAsync(ActivityContext context, SendInput input, CancellationToken cancellationToken)
    {
        var requestId = await objects.PutAsync(
            input.Place, input.Key, token => media.OpenAsync(input.Source, input.Offset, input.Length, input.Version, token), input.Length, input.ContentType, cancellationToken);
        return new Stored(input.Length, requestId);
    }
}
