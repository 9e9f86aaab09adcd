using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Media;
using MediaFlows.Core.Secrets;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using MediaFlows.Core.Submissions;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Runtime;
using MediaFlows.Testing.Media;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Testing.Flows;

/// <summary>
/// The embedded engine on blobs in memory and virtual time, with everything that flows need. Time stands still while something can run and passes
/// only in <see cref="RunToEndAsync"/>, <see cref="PassAsync"/> and after <see cref="StartAutoAdvance"/>, so a job of days takes milliseconds.
/// </summary>
public sealed class FlowTestHost : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(60);
    private readonly FlowTestOptions _options;
    private readonly CancellationTokenSource _stop = new();
    private ServiceProvider _services = null!;
    private CrashGate _gate = null!;
    private Task? _advancing;

    private FlowTestHost(FlowTestOptions options)
    {
        _options = options;
        Time = options.Time;
        Blobs = options.Blobs ?? new MemoryBlobStore(Time);
    }

    /// <summary>The clock of everything.</summary>
    public VirtualTime Time { get; }

    /// <summary>What survives a crash.</summary>
    public IBlobStore Blobs { get; }

    /// <summary>The services of the process that runs now.</summary>
    public IServiceProvider Services => _services;

    public IFlowClient Client => _services.GetRequiredService<IFlowClient>();

    public IHubMonitor Monitor => _services.GetRequiredService<IHubMonitor>();

    public FlowCatalog Catalog => _services.GetRequiredService<FlowCatalog>();

    public TestMedia Media => _services.GetRequiredService<TestMedia>();

    private Hub Hub => _services.GetRequiredService<Hub>();

    /// <summary>Starts a host.</summary>
    public static async Task<FlowTestHost> StartAsync(FlowTestOptions options)
    {
        var host = new FlowTestHost(options);
        await host.OpenAsync();
        return host;
    }

    /// <summary>Starts a host with the modules of the given assemblies.</summary>
    public static Task<FlowTestHost> StartAsync(params System.Reflection.Assembly[] modules) => StartAsync(new FlowTestOptions { Modules = modules });

    /// <summary>Adds the engine on virtual time to other services, for tests of a whole web host. Register the blobs and the clock before.</summary>
    public static IServiceCollection AddTestEngine(IServiceCollection services, EngineOptions? options = null)
    {
        services.AddSingleton<IOwnerLiveness, DeadOwners>();
        return services.AddEmbeddedEngine(options ?? FlowTestOptions.CalmEngine);
    }

    /// <summary>Starts an instance without preparing its input.</summary>
    public Task<string> StartAsync(string flow, object input, string? id = null) =>
        Client.StartAsync(new FlowStart { Flow = flow, Input = input, InstanceId = id }, CancellationToken.None);

    /// <summary>Lets everything run that can run now, and time pass until the instance has ended.</summary>
    public async Task<FlowInstance> RunToEndAsync(string id)
    {
        var limit = Time.GetUtcNow() + Longest;
        while (true)
        {
            await SettleAsync();
            var instance = await Client.GetAsync(id, CancellationToken.None) ?? throw new InvalidOperationException($"There is no instance '{id}'.");
            if (instance.Status.IsEnded()) return instance;
            if (Time.GetUtcNow() > limit || !Time.AdvanceToNextTimer())
                throw new TimeoutException($"'{id}' does not end: {instance.Status}, waiting for {instance.WaitingFor} ({instance.Error?.Message}).");
        }
    }

    /// <summary>Lets everything run that can run now. Activities that themselves wait for virtual time get it.</summary>
    public Task SettleAsync() => Settling.RunAsync(Hub, Time);

    /// <summary>Lets <paramref name="time"/> pass, running whatever is due on the way.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = Time.GetUtcNow() + time;
        await SettleAsync();
        while (Time.NextDue is { } due && due <= end)
        {
            Time.AdvanceToNextTimer();
            await SettleAsync();
        }

        if (Time.GetUtcNow() < end) Time.Advance(end - Time.GetUtcNow());
        await SettleAsync();
    }

    /// <summary>Lets time pass by itself whenever nothing can run, until the host is disposed: for tests that talk to the host from outside.</summary>
    public void StartAutoAdvance() => _advancing ??= Settling.AdvanceAsync(() => Hub, Time, _stop.Token);

    /// <summary>The process is killed between two instructions and a new one starts on the same storage.</summary>
    public async Task CrashAndRestartAsync()
    {
        _gate.Kill();
        await OpenAsync();
    }

    /// <summary>The process stops in good order and a new one starts.</summary>
    public async Task RestartAsync()
    {
        await Hub.StopAsync();
        await _services.DisposeAsync();
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_advancing is not null) await _advancing;
        _gate.Kill();
        await _services.DisposeAsync();
        _stop.Dispose();
    }

    private async Task OpenAsync()
    {
        _gate = new CrashGate(Blobs);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_options.Settings!).Build());
        services.AddSingleton(Time);
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IBlobStore>(_gate);
        services.AddSingleton<ISecretSource>(new TestSecrets(_options.Settings));
        services.AddSingleton<IFieldProtector, TestProtector>();
        services.AddSingleton<ISubmissionLedger, BlobSubmissionLedger>();
        services.AddSingleton<TestMedia>();
        services.AddSingleton<IMediaReader>(s => s.GetRequiredService<TestMedia>());
        services.AddSingleton<IMediaWriter>(s => s.GetRequiredService<TestMedia>());
        services.AddFlowCatalog([.. _options.Modules]);
        AddTestEngine(services, _options.Engine);
        _options.Configure?.Invoke(services);
        _services = services.BuildServiceProvider();
        await Hub.StartAsync();
    }
}
