namespace MediaFlows.Engine.Runtime;

/// <summary>A sub-orchestration that has not ended.</summary>
/// <param name="Id">Task id.</param>
/// <param name="ChildId">The child's instance id.</param>
/// <param name="Flow">The child's flow.</param>
internal readonly record struct PendingSubFlow(int Id, string ChildId, string Flow);
