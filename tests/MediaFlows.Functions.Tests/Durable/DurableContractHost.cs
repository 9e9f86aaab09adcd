using System.Text;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Media;
using MediaFlows.Core.Secrets;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using MediaFlows.Core.Submissions;
using MediaFlows.Functions.Client;
using MediaFlows.Functions.Durable;
using MediaFlows.Functions.Naming;
using MediaFlows.Functions.Resuming;
using MediaFlows.Functions.Tests.Doubles;
using MediaFlows.Testing.Contracts;
using MediaFlows.Testing.Media;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaFlows.Functions.Tests.Durable;

/// <summary>The adapters of the Functions app on the fake task hub.</summary>
internal sealed class DurableContractHost : IFlowContractHost, IDurableClientSource
{
    private readonly ServiceProvider _services;

    public DurableContractHost(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(Script);
        services.AddSingleton<IFieldProtector, TestProtector>();
        services.AddSingleton<IBlobStore>(Blobs);
        services.AddSingleton<ISubmissionLedger, BlobSubmissionLedger>();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(LimitedModule.Setting.Key, (string?)LimitedModule.Setting.Value)]).Build());
        // As in the app: what an activity does with instances goes through the client that its function was handed.
        var bound = new BoundDurableClient();
        services.AddSingleton<IFlowClient>(s => ClientOf(bound, s));
        services.AddSingleton<TestMedia>();
        services.AddSingleton<IMediaReader>(s => s.GetRequiredService<TestMedia>());
        services.AddSingleton<IMediaWriter>(s => s.GetRequiredService<TestMedia>());
        services.AddSingleton<ISecretSource>(new TestSecrets(new Dictionary<string, string>(StringComparer.Ordinal)));
        services.AddFlowCatalog(typeof(ContractModule).Assembly);
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
        var serializer = _services.GetRequiredService<FlowSerializer>();
        var catalog = _services.GetRequiredService<FlowCatalog>();
        var runner = new FlowRunner(catalog, serializer);
        var activities = new ActivityRunner(catalog, serializer, bound, NullLogger<ActivityRunner>.Instance);
        var runs = Runs(_services);
        Hub = new FakeTaskHub(Time)
        {
            Orchestrator = (name, context) => runner.RunAsync(context, FunctionNames.FlowOf(name)),
            Activity = async (name, call) =>
            {
                switch (name)
                {
                    case FunctionNames.KeepRun:
                        await runs.KeepAsync(serializer.FromElement<RunPart>(call)!, default);
                        return serializer.ToElement(new { });
                    case FunctionNames.ReadRun:
                        return serializer.ToElement(await runs.ReadAsync(serializer.FromElement<RunPartRequest>(call)!, default));
                    default:
                        return await activities.RunAsync(catalog.Activities.Single(a => FunctionNames.Activity(a.Name) == name).Name, call, Hub!, default);
                }
            },
        };
        Client = ClientOf(this, _services);
    }

    public FakeTaskHub Hub { get; }

    public MemoryBlobStore Blobs { get; } = new(TimeProvider.System);

    public IFlowClient Client { get; }

    public VirtualTime Time { get; } = new();

    public ContractScript Script { get; } = new();

    DurableTaskClient IDurableClientSource.Current => Hub;

    public Task SettleAsync() => Hub.SettleAsync();

    public async Task<FlowInstance> EndAsync(string id)
    {
        Assert.True(await Hub.RunAsync(id), "Nothing is left that would wake the instance.");
        return (await Client.GetAsync(id, default))!;
    }

    public async Task<string> StoredAsync()
    {
        var text = new StringBuilder(Hub.Dump());
        await foreach (var blob in Blobs.ListAsync("", default))
            text.AppendLine(Encoding.UTF8.GetString((await Blobs.GetAsync(blob.Name, default))!.Bytes.Span));
        return text.ToString();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private KeptRuns Runs(IServiceProvider services) => new(Blobs, services.GetRequiredService<FlowSerializer>());

    private DurableFlowClient ClientOf(IDurableClientSource source, IServiceProvider services) => new(
        source,
        services.GetRequiredService<FlowCatalog>(),
        services.GetRequiredService<FlowSerializer>(),
        services.GetRequiredService<ISubmissionLedger>(),
        Runs(services),
        new NoHistory(),
        Time);

    private sealed class NoHistory : IInstanceHistory
    {
        public Task<IReadOnlyList<FlowHistoryEvent>> ReadAsync(DurableTaskClient client, string instanceId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<FlowHistoryEvent>>([]);
    }
}
