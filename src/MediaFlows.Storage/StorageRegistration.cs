using MediaFlows.Core.Storage;
using MediaFlows.Storage.Accounts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaFlows.Storage;

/// <summary>Registers storage with a host.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Adds the storage account named by <paramref name="configuration"/> and what rests on it: <see cref="IBlobStore"/> is the hub's container.
    /// Nothing is called and no missing setting is an error before the first use.
    /// </summary>
    public static IServiceCollection AddMediaFlowsStorage(this IServiceCollection services, IConfiguration configuration, Action<StorageOptions>? configure = null)
    {
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
        return services;
    }
}
