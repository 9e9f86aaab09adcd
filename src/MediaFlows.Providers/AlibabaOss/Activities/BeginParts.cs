using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Opens an upload in parts (InitiateMultipartUpload) and returns its id. Run again, it opens another one; the first is then never completed.</summary>
public sealed class BeginParts(MultipartClient parts) : Activity<SendInput, string>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SendInput, string> Ref = new("oss.begin-parts");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override Task<string> RunAsync(ActivityContext context, SendInput input, CancellationToken cancellationToken) =>
        parts.BeginAsync(input.Place, input.Key, input.ContentType, cancellationToken);
}
