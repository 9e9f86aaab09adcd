using System.Collections.Concurrent;

namespace MediaFlows.Engine.Tests.Batches;

/// <summary>A provider that takes each client token once, as enhancement does, and knows what it was asked and what it charged.</summary>
public sealed class ClipCloud
{
    /// <summary>Charged clips by the token that paid for them.</summary>
    public ConcurrentDictionary<string, string> Charged { get; } = new(StringComparer.Ordinal);

    /// <summary>Steps that ran, as <c>step:clip</c>.</summary>
    public ConcurrentQueue<string> Ran { get; } = new();

    /// <summary>Steps that fail for as long as they are here.</summary>
    public ConcurrentDictionary<string, bool> Failing { get; } = new(StringComparer.Ordinal);

    public int Count(string step) => Ran.Count(r => r == step);

    public string Submit(string token, string clip)
    {
        Charged.TryAdd(token, clip);
        return "job-" + clip;
    }
}
