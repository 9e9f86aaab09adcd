using MediaFlows.Core.Diagnostics;

namespace MediaFlows.Api.Tests.Sample;

public sealed class SampleProbe : IHealthProbe
{
    public string Group => "sample";

    public Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<HealthFinding>>(
        [new("reach", HealthState.Warning, "Slow: https://x.example/?sig=canary-signature"), new("key", HealthState.Ok, "Set.")]);
}

public sealed class BrokenProbe : IHealthProbe
{
    public string Group => "broken";

    public Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("canary-internal");
}
