using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Api.Health;

/// <summary>Runs every check side by side. A check that throws or hangs is a finding, not a failure of the others.</summary>
public sealed class Doctor
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);
    private readonly IEnumerable<IHealthProbe> _probes;
    private readonly TimeProvider _time;

    /// <summary>Runs <paramref name="probes"/>.</summary>
    public Doctor(IEnumerable<IHealthProbe> probes, TimeProvider time)
    {
        _probes = probes;
        _time = time;
    }

    /// <summary>All findings.</summary>
    public async Task<DoctorDocument> RunAsync(CancellationToken cancellationToken)
    {
        var findings = await Task.WhenAll(_probes.OrderBy(p => p.Group, StringComparer.Ordinal).Select(p => RunAsync(p, cancellationToken)));
        var all = findings.SelectMany(f => f).ToList();
        var worst = all.Exists(f => f.State == HealthState.Failed) ? HealthState.Failed : all.Exists(f => f.State == HealthState.Warning) ? HealthState.Warning : HealthState.Ok;
        return new DoctorDocument(worst, all);
    }

    private async Task<IReadOnlyList<DoctorFinding>> RunAsync(IHealthProbe probe, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var findings = await probe.CheckAsync(either.Token).WaitAsync(either.Token);
            return [.. findings.Select(f => new DoctorFinding(probe.Group, f.Name, f.State, SignedUrls.RedactAll(f.Detail)))];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Failed(probe, $"The check did not answer within {Limit.TotalSeconds} s.")];
        }
        catch (FlowException e)
        {
            return [Failed(probe, SignedUrls.RedactAll($"{e.Error.Code}: {e.Message} {e.Error.Hint}".TrimEnd()))];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Only the kind: messages of foreign exceptions may hold anything.
            return [Failed(probe, $"The check failed with {e.GetType().Name}; the log has more.")];
        }
    }

    private static DoctorFinding Failed(IHealthProbe probe, string detail) => new(probe.Group, "check", HealthState.Failed, detail);
}
