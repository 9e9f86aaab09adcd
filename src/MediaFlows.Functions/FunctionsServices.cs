using MediaFlows.Api;
using MediaFlows.Api.Security;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Limits.Calls;
using MediaFlows.Core.Submissions;
using MediaFlows.Functions.Client;
using MediaFlows.Functions.Durable;
using MediaFlows.Functions.Http;
using MediaFlows.Functions.Ingest;
using MediaFlows.Functions.Purging;
using MediaFlows.Functions.Resuming;
using MediaFlows.Providers.VideoEval;
using MediaFlows.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Functions;

/// <summary>Registration of the Functions app.</summary>
public static class FunctionsServices
{
    /// <summary>Adds storage, catalog, API and the Durable Functions adapters, all set by <paramref name="configuration"/>.</summary>
    public static IServiceCollection AddMediaFlowsFunctions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMediaFlowsStorage(configuration);
        services.AddSingleton<ISubmissionLedger, BlobSubmissionLedger>();
        // Several workers call one provider.
        services.AddSingleton<SharedSlots>();
        services.AddFlowCatalog(typeof(VideoEvalModule).Assembly);
        services.AddMediaFlowsApi(ApiOptions(configuration));
        services.AddSingleton<BoundDurableClient>().AddSingleton<IDurableClientSource>(s => s.GetRequiredService<BoundDurableClient>());
        services.AddSingleton<IFlowClient, DurableFlowClient>();
        services.AddHttpClient(ManagementHistory.HttpName, c => c.Timeout = TimeSpan.FromSeconds(30));
        services.AddSingleton<IInstanceHistory, ManagementHistory>();
        services.AddSingleton<FlowRunner>().AddSingleton<ActivityRunner>().AddSingleton<KeptRuns>();
        services.AddSingleton<RouteRunner>().AddSingleton<IInstanceCodes, SystemKeyCodes>();
        services.AddSingleton<IngestRunner>().AddSingleton<RetentionPurge>();
        return services;
    }

    private static ApiOptions ApiOptions(IConfiguration configuration) => new()
    {
        PublicUrl = configuration["MEDIAFLOWS_PUBLIC_URL"],
        IdempotencyExpiry = TimeSpan.FromHours(double.TryParse(configuration["MEDIAFLOWS_IDEMPOTENCY_HOURS"], out var hours) && hours > 0 ? hours : 24),
    };
}
