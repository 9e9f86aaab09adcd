using MediaFlows.Core.Activities;
using MediaFlows.Core.Callbacks;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Catalog;

/// <summary>What a provider module registers with. Everything becomes a singleton: flows, activities and queries hold no state.</summary>
public sealed class ProviderRegistration
{
    /// <summary>Registers into <paramref name="services"/>.</summary>
    public ProviderRegistration(IServiceCollection services) => Services = services;

    /// <summary>For clients and whatever else the provider needs.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a flow.</summary>
    public ProviderRegistration AddFlow<T>()
        where T : class, IFlow => Add<IFlow, T>();

    /// <summary>Adds an activity.</summary>
    public ProviderRegistration AddActivity<T>()
        where T : class, IActivity => Add<IActivity, T>();

    /// <summary>Adds a synchronous look-up.</summary>
    public ProviderRegistration AddQuery<T>()
        where T : class, IQuery => Add<IQuery, T>();

    /// <summary>Adds the receiver of the provider's event callbacks.</summary>
    public ProviderRegistration AddCallback<T>()
        where T : class, IProviderCallback => Add<IProviderCallback, T>();

    /// <summary>Adds a check for <c>mediaflows doctor</c>.</summary>
    public ProviderRegistration AddCheck<T>()
        where T : class, IHealthProbe => Add<IHealthProbe, T>();

    /// <summary>Adds a command for <c>mediaflows {provider} {command}</c>.</summary>
    public ProviderRegistration AddCommand(CommandDescriptor command)
    {
        Services.AddSingleton(command);
        return this;
    }

    private ProviderRegistration Add<TService, T>()
        where TService : class
        where T : class, TService
    {
        Services.AddSingleton<TService, T>();
        return this;
    }
}
