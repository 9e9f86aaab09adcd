using System.Collections.Concurrent;
using MediaFlows.Core.Errors;

namespace MediaFlows.Testing.Contracts;

/// <summary>Failures to come, by step, and the steps that were run.</summary>
public sealed class ContractScript
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Exception>> _failures = new(StringComparer.Ordinal);

    /// <summary>Steps in the order they were run, failed ones included.</summary>
    public ConcurrentQueue<string> Ran { get; } = new();

    /// <summary>Secrets that the activities received.</summary>
    public ConcurrentQueue<string?> Secrets { get; } = new();

    /// <summary>Jobs at the limited provider, with the UTC times at which they are done.</summary>
    public ConcurrentDictionary<string, DateTimeOffset> JobEnds { get; } = new(StringComparer.Ordinal);

    /// <summary>Trace contexts that the activities were called in, and the ones that an HTTP client would send on.</summary>
    public ConcurrentQueue<(string? Parent, string? State, string? CurrentTrace, string? CurrentState)> Traces { get; } = new();

    public int Count(string step) => Ran.Count(r => r == step);

    /// <summary>The next run of the step fails.</summary>
    public void Fail(string step, bool retryable = false) => Fail(step, new FlowException(
        new FlowError(retryable ? ErrorCodes.ProviderUnavailable : ErrorCodes.ProviderRefused, $"Step {step} failed.\nSecond line: \"quoted\", ünïcode.")
        {
            Provider = "contract",
            ProviderCode = "Refused.Word",
            ProviderRequestId = "req-1",
            HttpStatus = 403,
            Retryable = retryable,
            RetryAfter = retryable ? TimeSpan.FromSeconds(7) : null,
            Hint = "Do something else.",
            Document = new System.Text.Json.Nodes.JsonObject { ["resume"] = "word for word: 'x' (y) |z|" },
        }));

    public void Fail(string step, Exception exception) => _failures.GetOrAdd(step, _ => new()).Enqueue(exception);

    internal void Run(string step)
    {
        Ran.Enqueue(step);
        if (_failures.TryGetValue(step, out var queue) && queue.TryDequeue(out var failure)) throw failure;
    }
}
