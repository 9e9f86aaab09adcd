using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;
using MediaFlows.Providers.Tencent.Elements;

namespace MediaFlows.Providers.Tencent.Queries;

/// <summary>Lists the custom elements that flows of this hub created, newest first.</summary>
public sealed class ElementListQuery(ElementRegistry registry) : LocalQuery<IReadOnlyList<ElementRecord>>
{
    /// <inheritdoc/>
    public override string Name => "tencent.custom-element-list";

    /// <inheritdoc/>
    public override string Description => "Lists the custom elements that were created here.";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<ElementRecord>> RunAsync(NoInput input, CancellationToken cancellationToken)
    {
        var all = new List<ElementRecord>();
        try
        {
            await foreach (var record in registry.ListAsync(cancellationToken)) all.Add(record);
        }
        catch (BlobStoreException e)
        {
            throw new FlowException(
                ErrorCodes.StorageUnavailable,
                "The record of elements cannot be read: " + e.Message,
                "Check the storage with mediaflows doctor.");
        }

        return [.. all.OrderByDescending(r => r.CreatedAt).ThenBy(r => r.TaskId, StringComparer.Ordinal)];
    }
}
