namespace MediaFlows.Simulator.Faults;

/// <summary>The scripted faults of one cloud, applied to every request but those below <c>/_sim</c>.</summary>
public sealed class FaultPlan
{
    private readonly List<FaultRule> _rules = [];
    private readonly Lock _lock = new();

    /// <summary>Adds a rule; earlier rules are asked first.</summary>
    public void Add(FaultRule rule)
    {
        lock (_lock) _rules.Add(rule);
    }

    /// <summary>Removes all rules.</summary>
    public void Clear()
    {
        lock (_lock) _rules.Clear();
    }

    /// <summary>The rule that affects this request, or null.</summary>
    public FaultRule? Take(string operation)
    {
        lock (_lock) return _rules.Find(r => r.Take(operation));
    }
}
