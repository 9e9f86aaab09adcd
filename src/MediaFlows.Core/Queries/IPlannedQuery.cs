using MediaFlows.Core.Flows;

namespace MediaFlows.Core.Queries;

/// <summary>A look-up whose provider requests can be shown without making them.</summary>
public interface IPlannedQuery : IQuery
{
    /// <summary>Validates and returns the requests in order, redacted; none for one that asks nobody. Calls no provider.</summary>
    /// <exception cref="Errors.FlowException">As <see cref="IQuery.RunAsync"/> before it asks.</exception>
    IReadOnlyList<PlannedRequest> Plan(object input);
}
