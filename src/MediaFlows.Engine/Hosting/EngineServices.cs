using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using MediaFlows.Core.Submissions;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Queries;
using MediaFlows.Engine.Replay;
using MediaFlows.Engine.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Engine.Hosting;

/// <summary>Registration of the embedded engine.</summary>
public static class EngineServices
{
    /// <summary>
    /// Adds the embedded durable engine: <see cref="IFlowClient"/>, <see cref="IHubMonitor"/> and the hosted service that owns the hub while the host runs.
    /// Needs <see cref="FlowCatalog"/>, <see cref="FlowSerializer"/> and <see cref="IBlobStore"/>; takes <see cref="TimeProvider"/> and
    /// <see cref="ISubmissionLedger"/> where they are registered.
    /// </summary>
    public static IServiceCollection AddEmbeddedEngine(this IServiceCollection services, EngineOptions? options = null)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options ?? new EngineOptions());
        services.TryAddSingleton<IIdSource, RandomIds>();
        services.TryAddSingleton<IOwnerLiveness, ProcessLiveness>();
        services.TryAddSingleton(CreateHub);
        services.TryAddSingleton<IHubMonitor>(s => s.GetRequiredService<Hub>());
        services.TryAddSingleton<IFlowClient>(s => new EmbeddedFlowClient(
            s.GetRequiredService<Hub>(), s.GetRequiredService<FlowCatalog>(), s.GetRequiredService<FlowSerializer>(), s.GetRequiredService<IIdSource>()));
        services.AddSingleton<IHostedService, EngineHostedService>();
        return services;
    }

    private static Hub CreateHub(IServiceProvider s)
    {
        var loggers = s.GetRequiredService<ILoggerFactory>();
        return new Hub(new HubServices(
            s.GetRequiredService<IBlobStore>(),
            new EngineParts(s.GetRequiredService<FlowCatalog>(), s.GetRequiredService<FlowSerializer>(), loggers, new TurnSynchronizationContext()),
            s.GetRequiredService<EngineOptions>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<IIdSource>(),
            s.GetRequiredService<IOwnerLiveness>(),
            s.GetService<ISubmissionLedger>(),
            loggers.CreateLogger("MediaFlows.Engine"),
            TaskScheduler.Default));
    }
}
