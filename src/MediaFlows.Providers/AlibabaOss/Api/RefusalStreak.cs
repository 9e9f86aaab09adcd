using System.Collections.Concurrent;
using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>
/// Counts refusals in a row per bucket. The document's rule: after two <c>AccessDenied</c> or <c>InvalidArgument</c> in a row nobody goes on guessing;
/// the configuration is checked first.
/// </summary>
public sealed class RefusalStreak
{
    /// <summary>What to do after two refusals in a row.</summary>
    public const string Advice =
        "Two refusals in a row: stop and check the configuration before another try. Run mediaflows doctor oss (credentials, bucket, region, permissions, IMM binding), correct what it names, then start again.";

    // What every flow does around its work: preflight, a temporary upload and its removal. That these work says nothing about what was refused.
    private static readonly HashSet<string> Around = new(StringComparer.Ordinal) { "GetBucketInfo", "HeadObject", "PutObject", "DeleteObject" };

    private readonly ConcurrentDictionary<string, (int Count, string Action)> _counts = new(StringComparer.Ordinal);

    /// <summary>A call succeeded: the row ends, unless it was one of those around the work and another was refused.</summary>
    public void Answered(string bucket, string action)
    {
        if (_counts.TryGetValue(bucket, out var row) && (!Around.Contains(action) || row.Action == action)) _counts.TryRemove(bucket, out _);
    }

    /// <summary>A call was refused; returns the error, with the advice once it is the second in a row.</summary>
    public FlowError Refused(string bucket, string action, FlowError error)
    {
        if (error.ProviderCode is not ("AccessDenied" or "InvalidArgument"))
        {
            // Another kind of refusal breaks the row, and an answer that never came says nothing.
            if (!error.Retryable) _counts.TryRemove(bucket, out _);
            return error;
        }

        return _counts.AddOrUpdate(bucket, (1, action), (_, row) => (row.Count + 1, action)).Count < 2 ? error : error with { Hint = Advice, Retryable = false };
    }
}
