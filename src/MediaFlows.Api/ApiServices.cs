using MediaFlows.Api.Batches;
using MediaFlows.Api.Callbacks;
using MediaFlows.Api.Dashboard;
using MediaFlows.Api.DurableTask;
using MediaFlows.Api.ErrorPages;
using MediaFlows.Api.Health;
using MediaFlows.Api.Limits;
using MediaFlows.Api.Idempotency;
using MediaFlows.Api.Ingest;
using MediaFlows.Api.Instances;
using MediaFlows.Api.Media;
using MediaFlows.Api.OpenApi;
using MediaFlows.Api.Pipelines;
using MediaFlows.Api.Queries;
using MediaFlows.Api.Recipes;
using MediaFlows.Api.Security;
using MediaFlows.Api.Start;
using MediaFlows.Api.Webhooks;
using MediaFlows.Core.Ingest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaFlows.Api;

/// <summary>Registration of the HTTP surface.</summary>
public static class ApiServices
{
    /// <summary>
    /// Adds every handler. The host adds the catalog, <see cref="Core.Client.IFlowClient"/>, <see cref="Core.Storage.IBlobStore"/>, media and settings;
    /// a host that checks keys itself calls <see cref="AddMediaFlowsKeys{T}"/> too.
    /// </summary>
    public static IServiceCollection AddMediaFlowsApi(this IServiceCollection services, ApiOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IReadiness, AlwaysReady>();
        services.AddSingleton<IdempotencyStore>().AddSingleton<IdempotentStarts>();
        services.TryAddSingleton<IInstanceIds, RandomInstanceIds>();
        services.AddSingleton<NotifyCompanions>().AddSingleton<NotifyHandler>();
        services.AddSingleton<FlowStarter>().AddSingleton<EndWait>().AddSingleton<StartHandler>();
        services.AddSingleton<FlowDocuments>().AddSingleton<FlowStatusHandler>().AddSingleton<FlowListHandler>().AddSingleton<FlowHistoryHandler>();
        services.AddSingleton<FlowEventsHandler>().AddSingleton<FlowControlHandler>().AddSingleton<FlowPurgeHandler>();
        services.AddSingleton<InstanceDocuments>().AddSingleton<InstanceQueryHandler>().AddSingleton<InstanceControlHandler>();
        services.AddSingleton<InstancePurgeHandler>().AddSingleton<OrchestratorStartHandler>();
        services.AddSingleton<ManifestReceiver>().AddSingleton<BatchStartHandler>().AddSingleton<BatchReadHandler>().AddSingleton<BatchLimitHandler>().AddSingleton<ChargesHandler>();
        services.AddSingleton<MediaHandler>().AddSingleton<QueryHandler>().AddSingleton<JobWaker>().AddSingleton<CallbackHandler>();
        services.AddSingleton<JsonSchemas>().AddSingleton<PipelineHandler>().AddSingleton<OpenApiDocument>().AddSingleton<OpenApiHandler>();
        services.AddSingleton<Doctor>().AddSingleton<DoctorHandler>().AddSingleton<HealthHandler>().AddSingleton<LimitsHandler>();
        services.TryAddSingleton<IIngestHandler, ItemIngest>();
        services.AddSingleton<PoisonHandler>().AddSingleton<RecipeHandler>();
        services.AddSingleton<ErrorPageHandler>().AddSingleton<DashboardHandler>();
        return services;
    }

    /// <summary>Adds the key check of the embedded host, with keys from <typeparamref name="T"/>, and instance codes in check-status payloads.</summary>
    public static IServiceCollection AddMediaFlowsKeys<T>(this IServiceCollection services)
        where T : class, IApiKeys
    {
        services.TryAddSingleton<T>();
        services.AddSingleton<IApiKeys>(s => s.GetRequiredService<T>());
        services.AddSingleton<InstanceCodes>().AddSingleton<IInstanceCodes>(s => s.GetRequiredService<InstanceCodes>()).AddSingleton<WrongKeyLimit>().AddSingleton<KeyCheck>();
        return services;
    }
}
