using System.Diagnostics.Metrics;

namespace MediaFlows.Storage.Accounts;

/// <summary>Counts requests to the storage account, for metrics (<c>mediaflows.storage.requests</c>) and for the benchmarks.</summary>
public sealed class StorageRequestCounter
{
    /// <summary>Name of the meter, for OpenTelemetry's <c>AddMeter</c>.</summary>
    public const string MeterName = "MediaFlows.Storage";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "mediaflows.storage.requests", "{request}", "Requests sent to the storage account, each try counted.");

    private long _total;
    private long _failed;

    /// <summary>Requests sent since the process started.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>Those of them that got no answer, or one of 400 or more.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Counts one request. <paramref name="status"/> is null when no answer came.</summary>
    internal void Count(string method, int? status)
    {
        Interlocked.Increment(ref _total);
        if (status is null or >= 400) Interlocked.Increment(ref _failed);
        Requests.Add(1, new KeyValuePair<string, object?>("http.request.method", method), new KeyValuePair<string, object?>("http.response.status_code", status));
    }
}
