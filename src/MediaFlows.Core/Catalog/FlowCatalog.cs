using MediaFlows.Core.Activities;
using MediaFlows.Core.Callbacks;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Queries;

namespace MediaFlows.Core.Catalog;

/// <summary>The one registry of everything that can be started, asked or called. Built once from what the modules registered.</summary>
public sealed class FlowCatalog
{
    private readonly Dictionary<string, List<IFlow>> _flows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IActivity> _activities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IQuery> _queries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IProviderCallback> _callbacks = new(StringComparer.Ordinal);

    /// <summary>Indexes the parts. Of several versions of a flow the last registered is the current one.</summary>
    /// <exception cref="InvalidOperationException">Two parts claim one name (and version).</exception>
    public FlowCatalog(
        IEnumerable<IFlow> flows,
        IEnumerable<IActivity> activities,
        IEnumerable<IQuery>? queries = null,
        IEnumerable<IProviderCallback>? callbacks = null,
        IEnumerable<CommandDescriptor>? commands = null,
        IEnumerable<IProviderModule>? modules = null)
    {
        foreach (var flow in flows)
        {
            if (!_flows.TryGetValue(flow.Info.Name, out var versions)) _flows[flow.Info.Name] = versions = [];
            if (versions.Exists(v => v.Info.Version == flow.Info.Version)) throw Twice(flow.Info.Name);
            versions.Add(flow);
        }

        foreach (var activity in activities)
            if (!_activities.TryAdd(activity.Name, activity)) throw Twice(activity.Name);
        foreach (var query in queries ?? [])
            if (!_queries.TryAdd(query.Name, query)) throw Twice(query.Name);
        foreach (var callback in callbacks ?? [])
            if (!_callbacks.TryAdd(callback.Provider, callback)) throw Twice(callback.Provider);
        Commands = [.. commands ?? []];
        Modules = [.. modules ?? []];
    }

    /// <summary>Current versions of all flows, by name.</summary>
    public IEnumerable<IFlow> Flows => _flows.Values.Select(v => v[^1]).OrderBy(f => f.Info.Name, StringComparer.Ordinal);

    /// <summary>Every version of every flow.</summary>
    public IEnumerable<IFlow> AllVersions => _flows.Values.SelectMany(v => v);

    /// <summary>All activities, by name.</summary>
    public IEnumerable<IActivity> Activities => _activities.Values.OrderBy(a => a.Name, StringComparer.Ordinal);

    /// <summary>All queries, by name.</summary>
    public IEnumerable<IQuery> Queries => _queries.Values.OrderBy(q => q.Name, StringComparer.Ordinal);

    /// <summary>All callback receivers.</summary>
    public IEnumerable<IProviderCallback> Callbacks => _callbacks.Values;

    /// <summary>All command-line commands.</summary>
    public IReadOnlyList<CommandDescriptor> Commands { get; }

    /// <summary>The provider modules.</summary>
    public IReadOnlyList<IProviderModule> Modules { get; }

    /// <summary>The flow of that name and version (null: current), or null.</summary>
    public IFlow? FindFlow(string name, string? version = null) =>
        !_flows.TryGetValue(name, out var versions) ? null : version is null ? versions[^1] : versions.Find(v => v.Info.Version == version);

    /// <summary>The activity of that name, or null.</summary>
    public IActivity? FindActivity(string name) => _activities.GetValueOrDefault(name);

    /// <summary>The query of that name, or null.</summary>
    public IQuery? FindQuery(string name) => _queries.GetValueOrDefault(name);

    /// <summary>The callback receiver of that provider, or null.</summary>
    public IProviderCallback? FindCallback(string provider) => _callbacks.GetValueOrDefault(provider);

    /// <summary>The public flow of that name.</summary>
    /// <exception cref="FlowException"><c>MF1003</c>, with the nearest names.</exception>
    public IFlow RequireFlow(string name) =>
        FindFlow(name) is { Info.Internal: false } flow ? flow : throw Unknown("flow", name, Flows.Where(f => !f.Info.Internal).Select(f => f.Info.Name));

    /// <summary>The query of that name.</summary>
    /// <exception cref="FlowException"><c>MF1003</c>, with the nearest names.</exception>
    public IQuery RequireQuery(string name) => FindQuery(name) ?? throw Unknown("query", name, _queries.Keys);

    private static FlowException Unknown(string kind, string name, IEnumerable<string> names)
    {
        var provider = name.Split('.')[0];
        var near = names.Where(n => n.StartsWith(provider + ".", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        return new FlowException(
            ErrorCodes.UnknownPipeline,
            $"There is no {kind} named '{name}'.",
            near.Count > 0 ? "There are: " + string.Join(", ", near) + "." : "GET /api/pipelines lists what there is.");
    }

    private static InvalidOperationException Twice(string name) => new($"Two parts of the catalog claim the name '{name}'.");
}
