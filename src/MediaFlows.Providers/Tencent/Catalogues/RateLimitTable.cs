namespace MediaFlows.Providers.Tencent.Catalogues;

/// <summary>Documented calls per second and account; <c>*</c> stands for every action that is not named.</summary>
public static class RateLimitTable
{
    /// <summary>Calls per second by action.</summary>
    public static IReadOnlyDictionary<string, double> Documented { get; } = DataFile.Read<Dictionary<string, double>>("rate-limits.json");
}
