using MediaFlows.Core.Client;
using MediaFlows.Engine.Queries;
using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    private readonly Dictionary<long, List<TaskCompletionSource>> _watchers = [];

    /// <summary>Looks at one instance; what lies in the archive is read by the caller.</summary>
    public Found<T> Look<T>(string id, Func<Instance, T> view)
        where T : class =>
        _state.Instances.Find(id) is { } instance ? new Found<T>(view(instance), null) : new Found<T>(null, _state.Finished.Find(id));

    /// <summary>An instance's status as it is now, with what is only known in memory.</summary>
    public InstanceView View(Instance instance)
    {
        if (!instance.IsEnded && !instance.Suspended && instance.Execution is null && instance.Blocked is null && instance.HasStarted && instance.Inbox is not { Count: > 0 })
        {
            Load(instance);
            PlanSweep();
        }

        return InstanceView.Of(instance, this);
    }

    /// <summary>Completes when the code of the instance is no longer being loaded: what it waits for is known only then.</summary>
    public Task LoadedAsync(string id) => _state.Instances.Find(id) is { } instance ? _fetching.GetValueOrDefault(instance.Number) ?? Task.CompletedTask : Task.CompletedTask;

    /// <summary>The finer progress of a running activity or child.</summary>
    public Instance? LivingChild(string id) => _state.Instances.Find(id) is { IsEnded: false } child ? child : null;

    /// <summary>Candidates of a page, newest first: instances in memory as views, archived ones as rows.</summary>
    public List<PageRow> Page(FlowQuery query, long before, int count)
    {
        var filter = new QueryFilter(query, _services.Parts.Catalog);
        using var living = _state.Instances.NewestFirst(before).Where(filter.Fits).GetEnumerator();
        using var finished = _state.Finished.NewestFirst(before).Where(filter.MayFit).GetEnumerator();
        var (hasLiving, hasFinished) = (living.MoveNext(), finished.MoveNext());
        var page = new List<PageRow>();
        while (page.Count < count && (hasLiving || hasFinished))
        {
            if (hasLiving && (!hasFinished || living.Current.Number > finished.Current.Number))
            {
                page.Add(new PageRow(living.Current.Number, View(living.Current), null));
                hasLiving = living.MoveNext();
            }
            else
            {
                page.Add(new PageRow(finished.Current.Number, null, finished.Current));
                hasFinished = finished.MoveNext();
            }
        }

        return page;
    }

    /// <summary>A task that completes at the next change of the instance.</summary>
    public Task Changed(string id)
    {
        if (_state.Instances.Find(id) is not { } instance) return Task.CompletedTask;
        if (!_watchers.TryGetValue(instance.Number, out var list)) _watchers[instance.Number] = list = [];
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        list.Add(changed);
        return changed.Task;
    }

    /// <summary>An activity reported progress; called on any thread.</summary>
    public void NoteProgress(Instance instance)
    {
        if (_watched) Post(new HubMessage(hub => hub.SignalWithParents(instance)));
    }

    private volatile bool _watched;

    /// <summary>The instance changes: whoever watches it learns so once that is durable.</summary>
    private void Touch(Instance instance)
    {
        _watched = _watchers.Count > 0;
        if (_watched) SignalWithParents(instance);
    }

    // A child's progress is part of its parent's status.
    private void SignalWithParents(Instance instance)
    {
        for (var at = instance; at is not null; at = at.Header?.ParentId is { } parent ? _state.Instances.Find(parent) : null)
        {
            if (_watchers.Remove(at.Number, out var list))
                foreach (var changed in list) changed.TrySetResult();
        }
    }

    private void SignalAllWatchers()
    {
        foreach (var changed in _watchers.Values.SelectMany(l => l)) changed.TrySetResult();
        _watchers.Clear();
    }
}
