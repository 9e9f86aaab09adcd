using System.Text.Json;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Secrets;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using MediaFlows.Core.Submissions;
using MediaFlows.Testing.Media;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Testing.Flows;

/// <summary>
/// Runs flows of the catalog without an engine: for tests of what a flow does, not of how it survives.
/// Timers move the virtual clock, so a job of an hour takes no time.
/// </summary>
public sealed class InlineFlowRunner : IAsyncDisposable
{
    private readonly Dictionary<(string Id, string Name), Queue<JsonElement>> _events = [];
    private readonly Dictionary<(string Id, string Name), TaskCompletionSource<JsonElement>> _waits = [];
    private readonly ServiceProvider _services;

    /// <param name="settings">Settings and secrets by the documents' names (for example a simulator's environment).</param>
    /// <param name="configure">Adds or replaces services after the defaults.</param>
    /// <param name="time">The clock, shared with the simulator.</param>
    public InlineFlowRunner(IReadOnlyDictionary<string, string> settings, VirtualTime time, Action<IServiceCollection>? configure = null, params System.Reflection.Assembly[] modules)
    {
        Time = time;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings!).Build());
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<ISecretSource>(new TestSecrets(settings));
        services.AddSingleton<IFieldProtector, TestProtector>();
        services.AddSingleton<IBlobStore>(new MemoryBlobStore(time));
        services.AddSingleton<ISubmissionLedger, BlobSubmissionLedger>();
        services.AddSingleton<TestMedia>();
        services.AddSingleton<IMediaReader>(s => s.GetRequiredService<TestMedia>());
        services.AddSingleton<IMediaWriter>(s => s.GetRequiredService<TestMedia>());
        services.AddFlowCatalog(modules);
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public VirtualTime Time { get; }

    public FlowCatalog Catalog => _services.GetRequiredService<FlowCatalog>();

    public FlowSerializer Serializer => _services.GetRequiredService<FlowSerializer>();

    public TestMedia Media => _services.GetRequiredService<TestMedia>();

    /// <summary>The run under way or the last one.</summary>
    public InlineRun Run { get; private set; } = new();

    /// <summary>What the operator says at each resumable end; empty stops the run there.</summary>
    public Queue<ResumeDecision> Decisions { get; } = new();

    /// <summary>Called before each activity with its name; throw to simulate a crash.</summary>
    public Func<string, Task>? BeforeActivity { get; set; }

    /// <summary>Called after each timer with the instance id; raise events or cancel here.</summary>
    public Action<string>? OnTimer { get; set; }

    /// <summary>Reads, prepares and runs, as a start over HTTP would.</summary>
    public async Task<InlineRun> RunAsync(string flowName, string inputJson, bool defaults = false, string id = "test")
    {
        Run = new InlineRun();
        var flow = Catalog.RequireFlow(flowName);
        var input = Serializer.ReadInput(JsonDocument.Parse(inputJson).RootElement, flow.InputType);
        var prepared = await flow.PrepareAsync(input, Preparation(defaults), CancellationToken.None);
        try
        {
            var recorded = Serializer.FromBytes(Serializer.ToBytes(prepared, flow.InputType), flow.InputType)!;
            Run.Output = await OneThread.RunAsync(() => RunInstanceAsync(flow, recorded, id, null));
        }
        catch (InlineFlowStopped e)
        {
            Run.Error = e.End.Error;
        }
        catch (FlowException e)
        {
            Run.Error = e.Error;
        }

        return Run;
    }

    /// <summary>The plan of a dry run.</summary>
    public async Task<IReadOnlyList<PlannedRequest>> PlanAsync(string flowName, string inputJson, bool defaults = false)
    {
        var flow = Catalog.RequireFlow(flowName);
        var input = Serializer.ReadInput(JsonDocument.Parse(inputJson).RootElement, flow.InputType);
        var prepared = await flow.PrepareAsync(input, Preparation(defaults, dryRun: true), CancellationToken.None);
        return await flow.PlanAsync(prepared, Preparation(defaults, dryRun: true), CancellationToken.None);
    }

    /// <summary>Sends an external event; kept when nobody waits.</summary>
    public void Raise(string id, string name, JsonElement payload)
    {
        if (_waits.Remove((id, name), out var wait)) wait.SetResult(payload);
        else if (_events.TryGetValue((id, name), out var queue)) queue.Enqueue(payload);
        else _events[(id, name)] = new Queue<JsonElement>([payload]);
    }

    /// <summary>Asks an instance to cancel.</summary>
    public void Cancel(string id, string? reason = null) => Raise(id, FlowEvents.Cancel, Serializer.ToElement(new CancelRequest(reason)));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    internal async Task<JsonElement> RunInstanceAsync(IFlow flow, object input, string id, string? parent)
    {
        while (true)
        {
            var context = new InlineFlowContext(this, Catalog, Serializer, Time, id, flow, parent);
            var output = await flow.RunAsync(context, input);
            if (!context.ContinuesAsNew) return JsonSerializer.SerializeToElement(output, flow.OutputType, Serializer.Options);
            input = Serializer.FromBytes(Serializer.ToBytes(context.NextInput, flow.InputType), flow.InputType)!;
        }
    }

    internal Task<JsonElement> NextEvent(string id, string name, CancellationToken cancellationToken)
    {
        if (_events.TryGetValue((id, name), out var queue) && queue.TryDequeue(out var payload)) return Task.FromResult(payload);
        var wait = _waits[(id, name)] = new TaskCompletionSource<JsonElement>();
        cancellationToken.Register(() =>
        {
            if (_waits.TryGetValue((id, name), out var current) && current == wait) _waits.Remove((id, name));
            wait.TrySetCanceled(cancellationToken);
        });
        return wait.Task;
    }

    private FlowPreparation Preparation(bool defaults, bool dryRun = false) =>
        new(_services.GetRequiredService<IConfiguration>(), _services.GetRequiredService<IMediaReader>(), defaults, _services) { DryRun = dryRun };
}
