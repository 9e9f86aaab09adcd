using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Webhooks;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Replay;
using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    private void Send(Instance sender, in HistoryEvent action)
    {
        if (action is { Kind: HistoryEventKind.SubFlowStarted, Count: 1 }) Background(ResumeChildAsync(sender, action));
        else if (action.Kind == HistoryEventKind.SubFlowStarted) StartChild(sender, action);
        else if (_state.Instances.Find(action.Text!) is { IsEnded: false } target) Raise(target, action.Name!, action.Payload.Bytes);
    }

    private void Raise(Instance target, string name, ReadOnlyMemory<byte> payload, string? reason = null)
    {
        Append(target, new HistoryEvent(HistoryEventKind.EventRaised) { Name = name, Payload = Store(target, payload), Ticks = NowTicks, Text = reason });
        Ready(target);
    }

    /// <summary>Tells the companion of an instance, in the same unit as what it tells: neither is recorded without the other.</summary>
    private void Notify(Instance instance, string state, long ticks)
    {
        if (instance.Header.NotifyId is not { } id || _state.Instances.Find(id) is not { IsEnded: false } companion) return;
        var happened = new NotifyEvent(state, new DateTime(ticks, DateTimeKind.Utc), instance.Resumes);
        Raise(companion, FlowEvents.Notify, _services.Parts.Serializer.ToBytes(happened, typeof(NotifyEvent)));
    }

    private void StartChild(Instance parent, in HistoryEvent call)
    {
        var (version, notifyId) = ChildStart.Read(call.Detail);
        if (_services.Parts.Catalog.FindFlow(call.Name!, version) is not { } flow)
        {
            RefuseChild(parent, call, new FlowError(
                version is null ? ErrorCodes.UnknownPipeline : ErrorCodes.VersionNotFound, $"There is no flow '{call.Name}'{(version is null ? "" : $" of version {version}")}."));
            return;
        }

        if (!MakeRoomForChild(parent, call.Text!))
        {
            RefuseChild(parent, call, EngineRefusals.Exists(call.Text!).Error);
            return;
        }

        var header = new InstanceHeader(call.Text!, flow.Info.Name, flow.Info.Version, NowTicks)
        {
            ParentId = parent.Id,
            TraceParent = parent.Header.TraceParent,
            TraceState = parent.Header.TraceState,
            NotifyId = notifyId,
        };
        Notify(Create(header, call.Payload.Bytes), NotifyEvents.Started, header.CreatedTicks);
    }

    // The call is in the parent's history before the child is looked for, so a crash in between does it again.
    private async Task ResumeChildAsync(Instance parent, HistoryEvent call)
    {
        for (var settled = false; !settled;)
        {
            var family = await FamilyReader.ReadAsync(this, call.Text!);
            settled = await AskAsync(hub => hub.TryResumeChild(parent, call, family));
        }
    }

    /// <summary>False when the child moved while it was read.</summary>
    private bool TryResumeChild(Instance parent, in HistoryEvent call, ArchivedFamily family)
    {
        var id = call.Id;
        if (parent.Removed || parent.IsEnded || parent.SubFlows?.Exists(s => s.Id == id) != true) return true;
        if (_state.Instances.Find(call.Text!) is { IsEnded: false }) return true;
        try
        {
            // An end is told to the parent that started the child; another one would wait for ever.
            if (Ended(call.Text!, family) is not { } child || child.Header.ParentId != parent.Id) RefuseChild(parent, call, EngineRefusals.NotFound(call.Text!).Error);
            else if (CanGoOn(child)) GoOnFromEnd(child.Id, DecisionOf(call), isRetry: true, family);
            else Report(parent, child, HistoryReplay.WithPayload(child.End!.Value, family.PayloadsOf(child.Number)));
            return true;
        }
        catch (InstanceMovedException)
        {
            return false;
        }
        catch (FlowException e)
        {
            RefuseChild(parent, call, e.Error);
            return true;
        }
    }

    private ResumeDecision DecisionOf(in HistoryEvent call) =>
        (ResumeDecision)_services.Parts.Serializer.FromBytes(call.Payload.Bytes.Span, typeof(ResumeDecision))!;

    // A parent may use a child's id again once that child has ended (it continued as new, or runs the child anew). Ledger entries stay:
    // the new child must find what the old one paid for.
    private bool MakeRoomForChild(Instance parent, string childId)
    {
        if (_state.Instances.Find(childId) is { } existing)
        {
            if (!existing.IsEnded || existing.Header.ParentId != parent.Id) return false;
            Drop(existing.Number, childId, existing.HasPayloads ? FinishedFlags.Payloads : FinishedFlags.None);
        }
        else if (_state.Finished.Find(childId) is { } row)
        {
            if (row.Parent != TextHash.Of(parent.Id)) return false;
            Drop(row.Number, childId, row.Flags & FinishedFlags.Payloads);
        }

        return true;
    }

    private void RefuseChild(Instance parent, in HistoryEvent call, FlowError error)
    {
        Append(parent, new HistoryEvent(HistoryEventKind.SubFlowFailed) { Id = call.Id, Detail = _services.Parts.WriteError(error) });
        Ready(parent);
    }

    private Instance Create(InstanceHeader header, ReadOnlyMemory<byte> input)
    {
        var instance = new Instance(NextNumber());
        Append(instance, StartOf(header, Store(instance, input)));
        _state.Instances.Add(instance);
        _liveCount++;
        _metrics.Started.Add(1);
        if (header.StartAtTicks > NowTicks) AddTimer(new Timers.TimerEntry(instance.Number, 0, header.StartAtTicks));
        Ready(instance);
        return instance;
    }

    private long NextNumber() => (_epoch << 32) | ++_nextNumber;

    /// <summary>Tells a parent how its child ended, in the same unit as the end itself.</summary>
    private void Report(Instance parent, Instance child, in HistoryEvent end)
    {
        if (parent.SubFlows?.FindIndex(s => s.ChildId == child.Id) is not (>= 0 and var at)) return;
        if (parent.IsEnded && !parent.EndIsResumable) return;
        var id = parent.SubFlows[at].Id;
        Append(parent, child.EndStatus == FlowStatus.Completed
            ? new HistoryEvent(HistoryEventKind.SubFlowCompleted) { Id = id, Text = child.Id, Payload = Store(parent, end.Payload.Bytes) }
            : new HistoryEvent(HistoryEventKind.SubFlowFailed) { Id = id, Text = child.Id, Count = (int)child.EndStatus!, Detail = end.Detail });
        Ready(parent);
    }
}
