namespace MediaFlows.Core.Diagnostics;

/// <summary>One check of <c>mediaflows doctor</c>. Never returns a secret, not even part of one unless a document prescribes the masked form.</summary>
public interface IHealthProbe
{
    /// <summary>Group: a provider name, <c>storage</c>, <c>clock</c>.</summary>
    string Group { get; }

    /// <summary>Runs the check with read-only, uncharged calls.</summary>
    Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken);
}
