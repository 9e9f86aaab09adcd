using System.Text.Json;
using MediaFlows.Core.Flows;
using MediaFlows.Functions.Resuming;

namespace MediaFlows.Functions.Durable;

/// <summary>
/// The platform hands an event to the most recent wait of that name even when that wait was cancelled, and the event is gone. So there is one
/// platform wait per name that is never cancelled, and the flow's waits are served from here in the order they were made.
/// </summary>
public sealed partial class DurableFlowContext
{
    private readonly HashSet<string> _listening = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, JsonElement Payload)> _arrived = [];
    private JsonElement? _cancel;

    /// <inheritdoc/>
    protected override async Task<T> WaitForExternalEventCore<T>(string name, CancellationToken cancellationToken)
    {
        var call = NewCall(RecordedCallKind.Event, name, "");
        using var withdrawal = cancellationToken.Register(() => _calls.Withdraw(call, cancellationToken));
        return Read<T>(await Place(call));
    }

    private void Listen(OpenCall call)
    {
        var kept = _arrived.FindIndex(e => string.Equals(e.Name, call.Name, StringComparison.OrdinalIgnoreCase));
        if (kept >= 0)
        {
            var payload = _arrived[kept].Payload;
            _arrived.RemoveAt(kept);
            _calls.Complete(call, payload, _inner.CurrentUtcDateTime);
        }
        else if (_listening.Add(call.Name))
        {
            _ = ListenAsync(call.Name);
        }
    }

    private async Task ListenAsync(string name)
    {
        while (true)
        {
            var payload = await _inner.WaitForExternalEvent<JsonElement?>(name, CancellationToken.None) ?? JsonSerializer.SerializeToElement<object?>(null);
            if (string.Equals(name, FlowEvents.Cancel, StringComparison.OrdinalIgnoreCase)) _cancel = payload;
            if (ContinuesAsNew) _inner.SendEvent(InstanceId, name, payload);
            else if (_calls.Find(RecordedCallKind.Event, name, "") is { } wait) _calls.Complete(wait, payload, _inner.CurrentUtcDateTime);
            else _arrived.Add((name, payload));
            Publish();
            CheckQuiet();
        }
    }

    // A cancellation that this generation has seen and not acted upon must be seen by the next one too.
    private void ForwardEvents()
    {
        foreach (var (name, payload) in _arrived) _inner.SendEvent(InstanceId, name, payload);
        _arrived.Clear();
        if (_cancel is { } cancel) _inner.SendEvent(InstanceId, FlowEvents.Cancel, cancel);
    }
}
