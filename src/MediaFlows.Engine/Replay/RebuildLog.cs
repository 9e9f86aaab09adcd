using System.Text;
using System.Text.RegularExpressions;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Runtime;

namespace MediaFlows.Engine.Replay;

/// <summary>
/// Writes a new history while a flow is run over its old one: each action of the code is matched with the old action of the same content,
/// which gives it the old result. Actions without a match are new; old actions that the code does not take any more are left behind.
/// </summary>
internal sealed partial class RebuildLog(
    Instance target, ReadOnlyMemory<byte> old, IReadOnlyDictionary<string, byte[]>? fetched, Func<Instance, ReadOnlyMemory<byte>, Payload> store) : ITurnLog
{
    private readonly Dictionary<string, Queue<HistoryEvent>> _old = IndexOf(old, fetched);
    private readonly Dictionary<int, int> _newIds = [];

    public bool IsReplay => true;

    public bool WantsPayloads => true;

    /// <summary>True once the code has ended again.</summary>
    public bool HasEnded => target.IsEnded;

    /// <summary>Events to other instances that were not sent by the old history.</summary>
    public List<HistoryEvent> Unsent { get; } = [];

    public Payload Store(byte[] json) => Payload.Inline(json);

    /// <summary>The id that the task of the old history has now, or null while the code has not taken that step.</summary>
    public int? NewId(int oldId) => _newIds.TryGetValue(oldId, out var id) ? id : null;

    public void Record(in HistoryEvent action)
    {
        var known = _old.TryGetValue(Content(action), out var queue) && queue.TryDequeue(out var match) ? match : (HistoryEvent?)null;
        if (known is { } before)
        {
            if (action.Id != 0 && before.Kind != HistoryEventKind.Ended) _newIds[before.Id] = action.Id;
            target.Append(action with { Payload = before.Payload });
            return;
        }

        if (action.Kind == HistoryEventKind.EventSent) Unsent.Add(action);
        target.Append(action with { Payload = store(target, action.Payload.Bytes) });
    }

    private static Dictionary<string, Queue<HistoryEvent>> IndexOf(ReadOnlyMemory<byte> old, IReadOnlyDictionary<string, byte[]>? fetched)
    {
        var index = new Dictionary<string, Queue<HistoryEvent>>(StringComparer.Ordinal);
        foreach (var e in HistoryCodec.ReadAll(old).Where(e => e.Kind is HistoryEventKind.TaskScheduled or HistoryEventKind.TimerCreated or HistoryEventKind.SubFlowStarted or HistoryEventKind.EventSent))
        {
            var content = Content(HistoryReplay.WithPayload(e, fetched));
            if (!index.TryGetValue(content, out var queue)) index[content] = queue = new Queue<HistoryEvent>();
            queue.Enqueue(e);
        }

        return index;
    }

    // Encrypted members differ each time they are written, so what is inside them does not count.
    private static string Content(in HistoryEvent e) => e.Kind switch
    {
        HistoryEventKind.TimerCreated => $"timer|{e.Ticks}",
        HistoryEventKind.TaskScheduled or HistoryEventKind.SubFlowStarted or HistoryEventKind.EventSent =>
            $"{e.Kind}|{e.Name}|{e.Text}|{e.Count}|{Encrypted().Replace(Encoding.UTF8.GetString(e.Payload.Bytes.Span), "*")}",
        _ => "",
    };

    [GeneratedRegex("mf:[su]:[^\"]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Encrypted();
}
