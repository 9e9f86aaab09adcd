namespace MediaFlows.Simulator.Ledger;

/// <summary>Every charged submit that a simulated cloud accepted. The crash tests hold this to one per logical job.</summary>
public sealed class ChargeLedger
{
    private readonly List<Charge> _charges = [];
    private readonly Lock _lock = new();

    /// <summary>Number of accepted charged submits.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _charges.Count;
        }
    }

    /// <summary>Adds one; call it exactly where the real service would start to charge.</summary>
    /// <param name="operation">API action.</param>
    /// <param name="jobId">Job id given out.</param>
    /// <param name="subject">What tells logical jobs apart (source file, prompt), never a secret.</param>
    /// <param name="clientToken">The deduplication token of the request, or null.</param>
    /// <param name="at">UTC time.</param>
    public void Add(string operation, string jobId, string subject, string? clientToken, DateTimeOffset at)
    {
        lock (_lock) _charges.Add(new Charge(operation, jobId, subject, clientToken, at));
    }

    /// <summary>A copy of the ledger.</summary>
    public IReadOnlyList<Charge> List()
    {
        lock (_lock) return [.. _charges];
    }
}
