using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Merges a lifecycle rule into the bucket's and keeps every other rule; returns <c>created</c>, <c>updated</c> or <c>unchanged</c>.</summary>
public sealed class AddExpiry(BucketClient buckets) : Activity<AddExpiryInput, string>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<AddExpiryInput, string> Ref = new("oss.add-expiry");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override Task<string> RunAsync(ActivityContext context, AddExpiryInput input, CancellationToken cancellationToken) =>
        buckets.AddExpiryAsync(input.Place, input.Id, input.Prefix, input.Days, cancellationToken);
}
