using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Deletes an object; one that is absent is no error.</summary>
public sealed class DeleteObject(ObjectClient objects) : Activity<KeyInput, Unit>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<KeyInput, Unit> Ref = new("oss.delete-object");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Unit> RunAsync(ActivityContext context, KeyInput input, CancellationToken cancellationToken)
    {
        await objects.DeleteAsync(input.Place, input.Key, cancellationToken);
        return Unit.Value;
    }
}
