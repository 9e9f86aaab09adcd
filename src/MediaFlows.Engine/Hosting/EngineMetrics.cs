using System.Diagnostics.Metrics;

namespace MediaFlows.Engine.Hosting;

/// <summary>Counters and histograms of the meter "MediaFlows".</summary>
internal sealed class EngineMetrics : IDisposable
{
    private readonly Meter _meter = new("MediaFlows");

    public EngineMetrics(Func<HubHealth> health)
    {
        Started = _meter.CreateCounter<long>("mediaflows.flows.started", "{flow}", "Instances accepted.");
        Ended = _meter.CreateCounter<long>("mediaflows.flows.ended", "{flow}", "Instances ended, by status.");
        Turns = _meter.CreateCounter<long>("mediaflows.turns", "{turn}", "Turns run.");
        Appends = _meter.CreateCounter<long>("mediaflows.journal.appends", "{append}", "Appends to the journal.");
        BatchBytes = _meter.CreateHistogram<long>("mediaflows.journal.batch.size", "By", "Bytes per append.");
        AppendTime = _meter.CreateHistogram<double>("mediaflows.journal.append.duration", "s", "Time from sealing a batch to its being durable.");
        _meter.CreateObservableGauge("mediaflows.flows.live", () => health().Live, "{flow}", "Instances that have not ended.");
        _meter.CreateObservableGauge("mediaflows.activities.running", () => health().RunningActivities, "{activity}", "Activities that run.");
        _meter.CreateObservableGauge("mediaflows.journal.backlog", () => health().BacklogBytes, "By", "Bytes of records that wait for storage.");
    }

    public Counter<long> Started { get; }

    public Counter<long> Ended { get; }

    public Counter<long> Turns { get; }

    public Counter<long> Appends { get; }

    public Histogram<long> BatchBytes { get; }

    public Histogram<double> AppendTime { get; }

    public void Dispose() => _meter.Dispose();
}
