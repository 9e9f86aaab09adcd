using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace MediaFlows.Engine.Tests.Telemetry;

/// <summary>What the engine's meter reports for the hubs that are created in the flow of control of this test.</summary>
internal sealed class MeterCollector : IDisposable
{
    private static readonly AsyncLocal<MeterCollector?> Mine = new();
    private readonly ConcurrentQueue<(string Name, double Value, string? Status)> _measured = new();
    private readonly ConcurrentDictionary<string, double> _gauges = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public MeterCollector()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "MediaFlows" && Mine.Value == this) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Take(i, value, tags));
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Take(i, value, tags));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Take(i, value, tags));
        _listener.Start();

        // Only now: instruments that exist already belong to other tests.
        Mine.Value = this;
    }

    public double Sum(string name, string? status = null) => Of(name, status).Sum();

    public int Count(string name) => Of(name, null).Count();

    public double Gauge(string name)
    {
        _listener.RecordObservableInstruments();
        return _gauges[name];
    }

    public void Dispose() => _listener.Dispose();

    private IEnumerable<double> Of(string name, string? status) => _measured.Where(m => m.Name == name && (status is null || m.Status == status)).Select(m => m.Value);

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (instrument.IsObservable) _gauges[instrument.Name] = value;
        else _measured.Enqueue((instrument.Name, value, tags.Length == 0 ? null : (string?)tags[0].Value));
    }
}
