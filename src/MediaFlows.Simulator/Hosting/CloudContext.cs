using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.Faults;
using MediaFlows.Simulator.Ledger;
using MediaFlows.Simulator.Media;

namespace MediaFlows.Simulator.Hosting;

/// <summary>Everything a simulated cloud works with.</summary>
/// <param name="Name">Name of the cloud.</param>
/// <param name="Time">Clock for job life cycles, signatures and expiry; virtual in tests.</param>
/// <param name="Faults">Scripted faults; applied by the host before and after the cloud's handlers.</param>
/// <param name="Charges">Ledger of accepted charged submits.</param>
/// <param name="Files">Stored bytes.</param>
public sealed record CloudContext(string Name, TimeProvider Time, FaultPlan Faults, ChargeLedger Charges, FileStore Files)
{
    /// <summary>Scheme, host and port that the cloud listens on; set when the server has started.</summary>
    public Uri BaseUri { get; internal set; } = new("http://127.0.0.1:0");

    /// <summary>Settings changed at run time through <c>PUT /_sim/knobs</c>, for example <c>jobSeconds</c>.</summary>
    public ConcurrentDictionary<string, JsonNode> Knobs { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Requests served per operation.</summary>
    public ConcurrentDictionary<string, int> Requests { get; } = new(StringComparer.Ordinal);

    /// <summary>A numeric knob, or <paramref name="otherwise"/>.</summary>
    public double Knob(string name, double otherwise) =>
        Knobs.TryGetValue(name, out var node) && node.GetValueKind() == JsonValueKind.Number && double.TryParse(node.ToJsonString(), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>A text knob, or null.</summary>
    public string? Knob(string name) => Knobs.TryGetValue(name, out var node) && node is JsonValue v && v.TryGetValue<string>(out var text) ? text : null;
}
