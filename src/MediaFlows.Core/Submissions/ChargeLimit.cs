namespace MediaFlows.Core.Submissions;

/// <summary>A limit on the charged submits of an instance and everything below it.</summary>
/// <param name="Instance">Instance id, without a child's part.</param>
/// <param name="Most">Most charged submits; null counts without a limit.</param>
public sealed record ChargeLimit(string Instance, long? Most);
