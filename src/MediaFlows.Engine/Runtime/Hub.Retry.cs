using System.Text.Json;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Replay;
using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    /// <summary>
    /// Makes an ended instance go on. <paramref name="family"/> holds it and its ended children as far as they are in the archive.
    /// </summary>
    public bool GoOnFromEnd(string id, ResumeDecision decision, bool isRetry, ArchivedFamily family)
    {
        EnsureRunning();
        var instance = Ended(id, family) ?? throw EngineRefusals.NotFound(id);
        var reopens = instance.EndIsResumable && instance.EndStatus is FlowStatus.TimedOut or FlowStatus.NeedsAttention || (isRetry && instance.EndIsResumable && instance.EndStatus == FlowStatus.Failed);
        if (reopens) GoOnFromDecision(instance, decision, isRetry, family);
        else if (!isRetry || instance.EndStatus != FlowStatus.Failed) throw Refusal(instance, isRetry);
        else GoOnFromFailure(instance, decision, family);
        return true;
    }

    private static FlowException Refusal(Instance instance, bool isRetry) => instance.EndStatus == FlowStatus.Failed
        ? EngineRefusals.WrongState(instance.Id, FlowStatus.Failed, "resumed", "Retry it: finished steps are kept and the failed one runs again.")
        : EngineRefusals.WrongState(instance.Id, instance.Status, isRetry ? "retried" : "resumed", "Only an instance that failed, timed out or needs attention goes on; restart begins anew.");

    private Instance? Ended(string id, ArchivedFamily family)
    {
        if (_state.Instances.Find(id) is { } here)
            return here.IsEnded ? here : throw EngineRefusals.WrongState(id, here.Status, "made to go on", "It is still running.");
        if (_state.Finished.Find(id) is not { } row) return null;
        return family.TryFind(row, out var history) ? Instance.FromHistory(row.Number, history) : throw new InstanceMovedException(id);
    }

    private void GoOnFromDecision(Instance instance, ResumeDecision decision, bool isRetry, ArchivedFamily family)
    {
        if (_state.Instances.Find(instance.Number) is null) instance = Revive(instance.Number, instance.History);
        Reopen(instance, decision, isRetry);
        CatchUpWithChildren(instance, decision, family);
    }

    private void GoOnFromFailure(Instance instance, ResumeDecision decision, ArchivedFamily family)
    {
        var failed = instance.End!.Value.Payload;
        if (failed.IsEmpty) throw EngineRefusals.SameFailure(instance.Id);
        var voided = JsonSerializer.Deserialize<int[]>(failed.Bytes.Span)!.ToHashSet();
        var parts = _services.Parts;
        var flow = parts.Catalog.FindFlow(instance.Header.Flow, instance.Header.Version) ?? throw new FlowException(EngineRefusals.NoVersion(instance.Header));
        var header = instance.Header with { Resumes = instance.Resumes + 1 };
        var rebuilt = new Rebuild(instance, voided, new FlowExecution(header, flow, parts), family.PayloadsOf(instance.Number), Store).Run(header)
            ?? throw EngineRefusals.SameFailure(instance.Id);

        var next = rebuilt.Instance;
        next.Append(new HistoryEvent(HistoryEventKind.Retried) { Ticks = NowTicks, Text = decision.Reason });
        _ = next.TakeDirty();
        if (_state.Instances.TryFind(instance.Number, out var here)) _state.Instances.Remove(here);
        _state.Finished.Remove(instance.Number);
        _state.Instances.Add(next);
        _liveCount++;
        AddImage(next);
        Touch(next);
        Resurrect(next);
        foreach (var e in rebuilt.Unsent) Send(next, e);
        CatchUpWithChildren(next, decision, family);
    }

    /// <summary>Settles what became of the children meanwhile: completed ones report, failed ones go on too, missing ones start.</summary>
    private void CatchUpWithChildren(Instance parent, ResumeDecision decision, ArchivedFamily family)
    {
        foreach (var sub in parent.SubFlows?.ToArray() ?? [])
            if (!TryCatchUp(parent, sub, decision, family)) Background(CatchUpLaterAsync(parent, sub, decision));
    }

    private async Task CatchUpLaterAsync(Instance parent, PendingSubFlow sub, ResumeDecision decision)
    {
        for (var settled = false; !settled;)
        {
            var family = await FamilyReader.ReadAsync(this, sub.ChildId);
            settled = await AskAsync(hub => hub.TryCatchUp(parent, sub, decision, family));
        }
    }

    /// <summary>False when the child lies in the archive and was not read, or moved since.</summary>
    private bool TryCatchUp(Instance parent, PendingSubFlow sub, ResumeDecision decision, ArchivedFamily family)
    {
        if (parent.Removed || parent.IsEnded || parent.SubFlows?.Contains(sub) != true) return true;
        if (_state.Instances.Find(sub.ChildId) is { IsEnded: false }) return true;
        try
        {
            var child = Ended(sub.ChildId, family);
            var call = CallOf(parent, sub);
            if (child is { EndStatus: FlowStatus.Completed } && child.Header.ParentId == parent.Id)
                Report(parent, child, HistoryReplay.WithPayload(child.End!.Value, family.PayloadsOf(child.Number)));
            else if (!WentOn(parent, child, decision, family) && call.Count == 0)
                StartChild(parent, HistoryReplay.WithPayload(call, family.PayloadsOf(parent.Number)));
            return true;
        }
        catch (InstanceMovedException)
        {
            return false;
        }
    }

    private bool WentOn(Instance parent, Instance? child, ResumeDecision decision, ArchivedFamily family)
    {
        if (child is null || child.Header.ParentId != parent.Id || !CanGoOn(child)) return false;
        try
        {
            return GoOnFromEnd(child.Id, decision, isRetry: true, family);
        }
        catch (FlowException e) when (e is not InstanceMovedException)
        {
            // It would fail the same way: it is run anew.
            return false;
        }
    }

    private static bool CanGoOn(Instance child) =>
        child.EndIsResumable ? child.EndStatus != FlowStatus.Cancelled : child.EndStatus == FlowStatus.Failed && !child.End!.Value.Payload.IsEmpty;

    private static HistoryEvent CallOf(Instance parent, PendingSubFlow sub) =>
        HistoryCodec.ReadAll(parent.History).Last(e => e.Kind == HistoryEventKind.SubFlowStarted && e.Id == sub.Id);
}
