using MediaFlows.Providers.Tencent.Catalogues;

namespace MediaFlows.Providers.Tencent.Api.Pacing;

/// <summary>Calls per second and account that each action allows: the documented ones from the data file, replaced by <c>Tencent:RateLimits:{action}</c>.</summary>
public sealed class ActionLimits(TencentSettings settings)
{
    /// <summary>Calls per second for <paramref name="action"/>.</summary>
    public double PerSecond(string action) =>
        settings.RateLimit(action) is { } configured and > 0 ? configured : RateLimitTable.Documented.GetValueOrDefault(action, RateLimitTable.Documented["*"]);
}
