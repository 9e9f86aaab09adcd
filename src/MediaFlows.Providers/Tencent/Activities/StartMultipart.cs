using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Api.Cos;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Starts a multipart upload and returns its id.</summary>
public sealed class StartMultipart(CosClient cos) : Activity<CosTarget, string>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<CosTarget, string> Ref = new("tencent.start-multipart");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override Task<string> RunAsync(
        ActivityContext context,
        CosTarget input,
        CancellationToken cancellationToken) => cos.StartAsync(input, null, cancellationToken);
}
