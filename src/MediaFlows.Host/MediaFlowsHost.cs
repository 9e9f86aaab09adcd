using System.Net.Sockets;
using MediaFlows.Api.Routing;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Limits;
using MediaFlows.Engine.Hosting;
using MediaFlows.Host.Composition;
using MediaFlows.Host.Keys;
using MediaFlows.Host.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MediaFlows.Host;

/// <summary>
/// The embedded host: Kestrel, engine, storage and providers in one process. <c>mediaflows serve</c>, the demo and the tests run it in-process;
/// <see cref="Program"/> runs it on its own.
/// </summary>
public sealed class MediaFlowsHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MediaFlowsHost(WebApplication app, HostSettings settings)
    {
        _app = app;
        Settings = settings;
    }

    /// <summary>Its settings.</summary>
    public HostSettings Settings { get; }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The first address it listens on, with the real port; known once it has started.</summary>
    public Uri Url => new(_app.Urls.FirstOrDefault() ?? throw new InvalidOperationException("The host has not started."));

    /// <summary>File that holds the API key. Show this, never the key.</summary>
    public string ApiKeyFile => Services.GetRequiredService<FileApiKeys>().Path;

    /// <summary>The API key, for a client in the same process. Never log it.</summary>
    public string ApiKey => Services.GetRequiredService<FileApiKeys>().Current[0];

    /// <summary>Why the hub was lost, or null.</summary>
    public FlowError? HubError => Services.GetRequiredService<IHubMonitor>().Health.Error;

    /// <summary>Completes when the host begins to stop: a signal, a request, or a lost hub.</summary>
    public CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    /// <summary>Puts a host together without starting it.</summary>
    /// <exception cref="FlowException">A setting or the API key file cannot be used; nothing was started.</exception>
    public static MediaFlowsHost Build(HostOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "MediaFlows.Host", ContentRootPath = AppContext.BaseDirectory });
        HostConfiguration.Apply(builder.Configuration, options);
        var settings = HostSettings.Read(builder.Configuration);
        HostComposition.Apply(builder, options, settings);
        var app = builder.Build();
        try
        {
            _ = app.Services.GetRequiredService<FileApiKeys>();
            _ = app.Services.GetRequiredService<Telemetry.HostTelemetry>();
            _ = app.Services.GetRequiredService<Storage.Urls.GuardedHttpClient>();
            _ = app.Services.GetRequiredService<LimitSettings>();
            if (settings.TrustedProxies.Count > 0) app.UseForwardedHeaders();
            app.UseMediaFlowsApi();
            return new MediaFlowsHost(app, settings);
        }
        catch
        {
            ((IDisposable)app).Dispose();
            throw;
        }
    }

    /// <summary>Builds and starts a host.</summary>
    /// <exception cref="FlowException">As <see cref="Build"/> and <see cref="StartAsync"/>.</exception>
    public static async Task<MediaFlowsHost> CreateAsync(HostOptions options, CancellationToken cancellationToken = default)
    {
        var host = Build(options);
        try
        {
            await host.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes the hub over, recovers its flows and begins to listen.</summary>
    /// <exception cref="FlowException"><c>MF4001</c> storage, <c>MF4002</c> hub owned, <c>MF4004</c>, <c>MF4005</c> journal, <c>MF4007</c> address taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is SocketException || (e is IOException && e.InnerException is AddressInUseException or SocketException))
        {
            throw new FlowException(
                new FlowError(ErrorCodes.AddressTaken, $"The host cannot listen on {string.Join(", ", Settings.Urls)}: {e.Message}")
                {
                    Hint = "Stop the program that uses the port, or choose another address with MEDIAFLOWS_URLS.",
                },
                e);
        }
    }

    /// <summary>Waits until the host has stopped.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops: no new requests, running activities get their grace, the hub is released.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Disposing alone would leave hosted services running; stopping twice does no harm.
        try
        {
            await _app.StopAsync();
        }
        finally
        {
            await _app.DisposeAsync();
        }
    }
}
