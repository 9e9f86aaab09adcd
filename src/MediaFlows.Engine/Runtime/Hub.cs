using MediaFlows.Core.Errors;
using MediaFlows.Engine.Activities;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Store;
using MediaFlows.Engine.Timers;

namespace MediaFlows.Engine.Runtime;

/// <summary>
/// One hub: its instances, its journal and the loop on which everything happens. Other threads reach it through <see cref="AskAsync"/> and
/// <see cref="Post"/> only; what is not volatile is touched on the loop alone.
/// </summary>
internal sealed partial class Hub : IHubMonitor, IDisposable
{
    private readonly HubServices _services;
    private readonly EngineOptions _options;
    private readonly TimeProvider _time;
    private readonly HubNames _names;
    private readonly StoragePatience _patience;
    private readonly FencedAppender _appender;
    private readonly HubOwnership _ownership;
    private readonly BatchBuffers _buffers = new();
    private readonly PayloadStore _payloads;
    private readonly Archive _archive;
    private readonly EngineMetrics _metrics;
    private readonly Mailbox _mailbox;
    private readonly Agenda _agenda;
    private readonly TimerQueue _timers = new();
    private readonly ITimer _alarm;
    private readonly LiveTurnLog _live;
    private readonly TaskCompletionSource<FlowError> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HubState _state = new();
    private JournalWriter _journal = null!;
    private volatile HubHealth _health;
    private FlowException? _failure;
    private HubPhase _phase = HubPhase.Created;
    private long _epoch;
    private long _nextNumber;
    private int _pendingStarts;
    private int _blocked;
    private int _liveCount;

    public Hub(HubServices services)
    {
        _services = services;
        _options = services.Options;
        _time = services.Time;
        _names = new HubNames(_options.HubName);
        _patience = new StoragePatience(_time, _options.StoragePatience, SayStorageIsAway);
        _appender = new FencedAppender(services.Blobs, _patience);
        _ownership = new HubOwnership(services.Blobs, _names, _patience, services.Liveness, _time, _options.OwnerBeat, _options.OwnerWatch);
        _payloads = new PayloadStore(services.Blobs, _names, _patience);
        _archive = new Archive(services.Blobs, _names, _patience, _appender, _options.ArchiveSegmentBytes);
        _health = new HubHealth { Hub = _options.HubName, Phase = _phase };
        _metrics = new EngineMetrics(() => _health);
        _mailbox = new Mailbox(services.Scheduler, Handle);
        _agenda = new Agenda(_time);
        _live = new LiveTurnLog(this);
        Activities = new ActivityDispatcher(services.Parts, _payloads, services.Scheduler, _options.MaxConcurrentActivities, Post);
        _alarm = _time.CreateTimer(static hub => ((Hub)hub!).Post(TickMessage), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ActivityDispatcher Activities { get; }

    public HubServices Services => _services;

    public PayloadStore Payloads => _payloads;

    public Archive Archive => _archive;

    public HubHealth Health => _health;

    public Task<FlowError> Failed => _failed.Task;

    /// <summary>True when nothing is being handled, appended or run: only time or a caller can make anything happen.</summary>
    public bool IsQuiet => _mailbox.IsIdle && _quiet;

    /// <summary>True when only running activities can make anything happen.</summary>
    public bool IsWaitingForActivities => _mailbox.IsIdle && _waitsForActivities;

    public long NowTicks => _time.GetUtcNow().UtcTicks;

    /// <summary>Runs <paramref name="work"/> on the loop and returns its answer once everything recorded so far is durable.</summary>
    public Task<T> AskAsync<T>(Func<Hub, T> work)
    {
        var call = new HubCall<T>(work);
        if (!Post(call)) call.Refuse(NotRunning());
        return call.Answer;
    }

    public bool Post(IHubMessage message) => _mailbox.Post(message);

    public void WhenDurable(IDurableEffect effect) => _journal.WhenDurable(effect);

    public void Dispose()
    {
        _alarm.Dispose();
        _metrics.Dispose();
    }

    private FlowException NotRunning() => _failure ?? new FlowException(
        ErrorCodes.HubLost, $"The hub {_options.HubName} is not running.", "Start the host, or wait until it has started.");

    private void SetPhase(HubPhase phase)
    {
        _phase = phase;
        PublishHealth();
    }

    private void PublishHealth() => _health = new HubHealth
    {
        Hub = _options.HubName,
        Phase = _phase,
        Error = _failure?.Error,
        Owner = _ownership.Current is { } o ? $"{o.Machine}/{o.ProcessId}" : null,
        Epoch = _epoch,
        Live = _liveCount,
        Finished = _state.Instances.Count - _liveCount + _state.Finished.Count,
        Blocked = _blocked,
        RunningActivities = Activities.Running,
        WaitingActivities = Activities.Waiting,
        BacklogBytes = _journal?.BacklogBytes ?? 0,
    };
}
