using Azure.Core;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Ingest;
using MediaFlows.Core.Media;
using MediaFlows.Core.Storage;
using MediaFlows.Core.Webhooks;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Health;
using MediaFlows.Storage.Ingest;
using MediaFlows.Storage.Media;
using MediaFlows.Storage.Queues;
using MediaFlows.Storage.Secrets;
using MediaFlows.Storage.Urls;
using MediaFlows.Storage.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaFlows.Storage;

/// <summary>Registers storage with a host.</summary>
public static class StorageRegistration
{
    /// <summary>The queue of batch items; its poison queue has <c>-poison</c> behind it.</summary>
    public const string IngestQueueName = "mediaflows-ingest";

    /// <summary>
    /// Adds the storage account named by <paramref name="configuration"/> and what rests on it: the hub's container as <see cref="IBlobStore"/>,
    /// media, the guarded URL client, queues, secrets, field protection and health probes. Nothing is called and no missing setting is an error
    /// before the first use.
    /// </summary>
    public static IServiceCollection AddMediaFlowsStorage(this IServiceCollection services, IConfiguration configuration, Action<StorageOptions>? configure = null)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<StorageRequestCounter>();
        services.TryAddSingleton(_ =>
        {
            var options = StorageSettings.Read(configuration);
            configure?.Invoke(options);
            return options;
        });
        services.TryAddSingleton(s => new StorageAccount(s.GetRequiredService<StorageOptions>(), s.GetRequiredService<StorageRequestCounter>()));
        services.TryAddSingleton<IBlobStore>(s => s.GetRequiredService<StorageAccount>().OpenContainer(s.GetRequiredService<StorageOptions>().Hub));
        services.AddMedia(configuration);
        services.TryAddSingleton(s => new MessageQueue(s.GetRequiredService<StorageAccount>(), IngestQueueName, s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<PoisonQueue>();
        services.TryAddSingleton<IPoisonStore, PoisonStore>();
        services.TryAddSingleton(_ => IngestPumpOptions.Read(configuration));
        services.TryAddSingleton<IngestPump>();
        services.AddMediaFlowsSecrets(configuration);
        services.AddSingleton<IHealthProbe, StorageProbe>();
        services.AddSingleton<IHealthProbe, ClockProbe>();
        return services;
    }

    private static void AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(_ => MediaOptions.Read(configuration));
        services.TryAddSingleton(s => new GuardedHttpClient(new GuardedHttpOptions
        {
            Allowed = UrlAllowList.Parse(configuration[UrlAllowList.Setting]),
            Time = s.GetRequiredService<TimeProvider>(),
        }));
        services.TryAddSingleton<IWebhookSender, GuardedWebhookSender>();
        services.TryAddSingleton(s => new MediaStore(
            () => s.GetRequiredService<StorageAccount>().OpenMedia(), s.GetRequiredService<MediaOptions>(), s.GetRequiredService<GuardedHttpClient>(), s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IMediaReader>(s => s.GetRequiredService<MediaStore>());
        services.TryAddSingleton<IMediaWriter>(s => s.GetRequiredService<MediaStore>());
        services.TryAddSingleton<IMediaListing>(s => s.GetRequiredService<MediaStore>());
    }
}
