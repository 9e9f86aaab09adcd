using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Storage;

namespace MediaFlows.Providers.Tencent.Elements;

/// <summary>Writes a created element to the registry.</summary>
public sealed class RememberElement(ElementRegistry registry) : Activity<ElementRecord, Unit>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<ElementRecord, Unit> Ref = new("tencent.remember-element");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Unit> RunAsync(ActivityContext context, ElementRecord input, CancellationToken cancellationToken)
    {
        try
        {
            await registry.PutAsync(input, cancellationToken);
            return Unit.Value;
        }
        catch (BlobStoreException e)
        {
            throw new FlowException(
                new FlowError(ErrorCodes.StorageUnavailable, "The element could not be remembered: " + e.Message) { Retryable = e.Failure is BlobFailure.Unavailable or BlobFailure.Throttled },
                e);
        }
    }
}
