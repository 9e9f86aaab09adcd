using System.Text.Json;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Tencent.Tasks;

namespace MediaFlows.Simulator.Tencent.State;

/// <summary>Everything the simulated cloud remembers. Handlers take <see cref="Gate"/> while they look at or change it.</summary>
public sealed class TencentState
{
    private readonly Dictionary<string, DateTimeOffset> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Action, long Second), int> _rates = [];

    /// <summary>Starts with one account, two applications and one chat token.</summary>
    public TencentState(CloudContext cloud)
    {
        Cloud = cloud;
        ChatTokens.Add(new SimToken(SimulatedAccount.ChatToken, SimulatedAccount.AppId, DateTimeOffset.MinValue));
    }

    /// <summary>Clock, files, ledger and knobs.</summary>
    public CloudContext Cloud { get; }

    /// <summary>Lock for all of it.</summary>
    public Lock Gate { get; } = new();

    /// <summary>New ids.</summary>
    public IdSource Ids { get; } = new();

    /// <summary>Media by FileId.</summary>
    public Dictionary<string, SimMedia> Media { get; } = new(StringComparer.Ordinal);

    /// <summary>Tasks by TaskId, in the order of their creation.</summary>
    public OrderedDictionary<string, SimTask> Tasks { get; } = new(StringComparer.Ordinal);

    /// <summary>Uploads by session key.</summary>
    public Dictionary<string, SimUpload> Uploads { get; } = new(StringComparer.Ordinal);

    /// <summary>Tokens of the chat gateway.</summary>
    public List<SimToken> ChatTokens { get; } = [];

    /// <summary>Image templates of the account by id.</summary>
    public Dictionary<long, SimTemplate> Templates { get; } = [];

    /// <summary>Custom elements.</summary>
    public List<SimElement> Elements { get; } = [];

    /// <summary>FileIds whose knowledge was imported.</summary>
    public HashSet<string> Knowledge { get; } = new(StringComparer.Ordinal);

    /// <summary>Now, in UTC.</summary>
    public DateTimeOffset Now => Cloud.Time.GetUtcNow();

    /// <summary>Address under which a stored object is served.</summary>
    public string UrlOf(string path) => Cloud.BaseUri.GetLeftPart(UriPartial.Authority) + "/files" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>True when this session was used for this action within the window of three days (knob <c>sessionDays</c>); else it counts as used from now on.</summary>
    public bool IsDuplicate(string action, long subAppId, string sessionId)
    {
        var key = $"{subAppId}/{action}/{sessionId}";
        if (_sessions.TryGetValue(key, out var at) && Now - at < TimeSpan.FromDays(Cloud.Knob("sessionDays", 3))) return true;
        _sessions[key] = Now;
        return false;
    }

    /// <summary>Counts a call and says whether it is beyond the rate (knob <c>requestsPerSecond</c>; unlimited without it).</summary>
    public bool IsTooFast(string action)
    {
        var most = Cloud.Knob("requestsPerSecond", double.MaxValue);
        var key = (action, Now.ToUnixTimeSeconds());
        lock (Gate) return (_rates[key] = _rates.GetValueOrDefault(key) + 1) > most;
    }

    /// <summary>Takes a knob that applies once; null when it is not set.</summary>
    public string? Once(string knob) =>
        Cloud.Knobs.TryRemove(knob, out var value) && value.GetValueKind() is not (JsonValueKind.False or JsonValueKind.Null) ? value.ToString() : null;

    /// <summary>Lets tasks whose time has come take effect: files appear in the library, elements get their ids.</summary>
    public void Settle()
    {
        foreach (var task in Tasks.Values) task.SettleIfDone(this);
    }
}
