using MediaFlows.Core.Catalog;
using MediaFlows.Core.Limits.Calls;
using MediaFlows.Providers.Jimeng.Activities;
using MediaFlows.Providers.Jimeng.Api;
using MediaFlows.Providers.Jimeng.Flows;
using MediaFlows.Providers.Volcengine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaFlows.Providers.Jimeng;

/// <summary>Jimeng video generation.</summary>
public sealed class JimengModule : IProviderModule
{
    /// <inheritdoc/>
    public string Name => JimengService.Provider;

    /// <inheritdoc/>
    public string Title => "Jimeng video generation";

    /// <inheritdoc/>
    public void Register(ProviderRegistration registration)
    {
        registration.Services.AddHttpClient(JimengClient.HttpName)
            .PacedAs(JimengService.Provider)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        registration.Services.TryAddSingleton<ServerClock>();
        registration.Services.TryAddSingleton<JimengClient>();

        registration.AddFlow<JimengGenerateVideoFlow>();
        registration.AddActivity<SubmitJimengActivity>();
        registration.AddActivity<PollJimengActivity>();
        registration.AddActivity<CancelJimengActivity>();
        registration.AddActivity<SaveVideoActivity>();
        registration.AddCheck<JimengHealthProbe>();
        registration.AddCommand(JimengCommands.Generate);
    }
}
