using MediaFlows.Api;
using MediaFlows.Api.Health;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Submissions;
using MediaFlows.Engine.Hosting;
using MediaFlows.Host.Health;
using MediaFlows.Host.Housekeeping;
using MediaFlows.Host.Ingest;
using MediaFlows.Host.Keys;
using MediaFlows.Host.Logging;
using MediaFlows.Host.Settings;
using MediaFlows.Host.Telemetry;
using MediaFlows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Host.Composition;

/// <summary>The composition root of one machine.</summary>
internal static class HostComposition
{
    // The engine's own limit is 25 s; what is left is for Kestrel and telemetry. Supervisors commonly kill after 30 s.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    public static void Apply(WebApplicationBuilder builder, HostOptions options, HostSettings settings)
    {
        var services = builder.Services;
        options.Services?.Invoke(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddMediaFlowsStorage(builder.Configuration);
        services.TryAddSingleton<ISubmissionLedger, BlobSubmissionLedger>();
        services.AddFlowCatalog(typeof(Providers.BytePlus.BytePlusModule).Assembly);
        services.AddEmbeddedEngine(settings.Engine);
        services.AddSingleton<IReadiness, HubReadiness>();
        services.AddSingleton<IHealthProbe, HubProbe>();
        services.AddMediaFlowsApi(settings.Api);
        services.AddMediaFlowsKeys<FileApiKeys>();
        services.AddHostedService<IdempotencySweep>();
        services.AddHostedService<IngestService>();
        services.AddSingleton<HostTelemetry>();
        services.Configure<Microsoft.Extensions.Hosting.HostOptions>(o => o.ShutdownTimeout = StopLimit);
        if (!options.HandleSignals) services.AddSingleton<IHostLifetime, QuietLifetime>();
        AddProxies(services, settings);
        AddServer(builder, settings);
        AddLogging(builder, options, settings);
    }

    private static void AddServer(WebApplicationBuilder builder, HostSettings settings)
    {
        builder.WebHost.UseUrls([.. settings.Urls.Select(u => u.GetLeftPart(UriPartial.Authority))]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    }

    private static void AddProxies(IServiceCollection services, HostSettings settings) => services.Configure<ForwardedHeadersOptions>(o =>
    {
        o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedPrefix;
        o.KnownProxies.Clear();
        o.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies) o.KnownIPNetworks.Add(network);
    });

    private static void AddLogging(WebApplicationBuilder builder, HostOptions options, HostSettings settings)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(settings.LogLevel);
        // One line per request of the framework and per provider call says little and costs much; their warnings stay.
        // A start that fails is reported by whoever started the host, in one line with what to do.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore", Higher(LogLevel.Warning, settings.LogLevel)).AddFilter("System.Net.Http", Higher(LogLevel.Warning, settings.LogLevel));
        builder.Services.AddSingleton<ILoggerProvider>(s => new LineLoggerProvider(options.Log ?? Console.Error, s.GetRequiredService<TimeProvider>()));
    }

    private static LogLevel Higher(LogLevel a, LogLevel b) => a > b ? a : b;
}
