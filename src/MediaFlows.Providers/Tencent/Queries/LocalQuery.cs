using MediaFlows.Core.Flows;
using MediaFlows.Core.Queries;

namespace MediaFlows.Providers.Tencent.Queries;

/// <summary>A look-up that asks nobody: lists that come with this version, and what this hub remembers.</summary>
/// <typeparam name="TOutput">Output record.</typeparam>
public abstract class LocalQuery<TOutput> : Query<NoInput, TOutput>, IPlannedQuery
{
    /// <inheritdoc/>
    public IReadOnlyList<PlannedRequest> Plan(object input) => [];
}
