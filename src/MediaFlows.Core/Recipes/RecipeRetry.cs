namespace MediaFlows.Core.Recipes;

/// <summary>When a failed step is started anew.</summary>
/// <param name="MaxAttempts">Starts in all, 1 to 10.</param>
/// <param name="IntervalSeconds">Wait before the second start; doubles each time.</param>
public sealed record RecipeRetry(int MaxAttempts, double IntervalSeconds = 30);
