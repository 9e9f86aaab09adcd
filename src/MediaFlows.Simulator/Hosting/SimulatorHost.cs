using MediaFlows.Simulator.Faults;
using MediaFlows.Simulator.Ledger;
using MediaFlows.Simulator.Media;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MediaFlows.Simulator.Hosting;

/// <summary>The running simulated clouds, each a small web server on its own loopback port.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly List<(WebApplication App, ISimulatedCloud Cloud, CloudContext Context)> _clouds = [];

    private string? _ownFolder;

    private SimulatorHost()
    {
    }

    /// <summary>Names of the clouds that this assembly can simulate.</summary>
    public static IReadOnlyList<string> Available => [.. Clouds().Select(c => c.Name)];

    /// <summary>Context of a running cloud: its ledger, faults, knobs and address.</summary>
    public CloudContext this[string cloud] => _clouds.First(c => c.Cloud.Name == cloud).Context;

    /// <summary>Environment variables that point MediaFlows at the running clouds.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        _clouds.SelectMany(c => c.Cloud.Environment(c.Context.BaseUri)).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    /// <summary>Starts the clouds and returns when all listen.</summary>
    public static async Task<SimulatorHost> StartAsync(SimulatorOptions options, CancellationToken cancellationToken = default)
    {
        var host = new SimulatorHost();
        try
        {
            var folder = options.DataFolder ?? (host._ownFolder = Directory.CreateTempSubdirectory("mediaflows-simulator-").FullName);
            foreach (var cloud in Clouds().Where(c => options.Clouds.Count == 0 || options.Clouds.ContainsKey(c.Name)))
            {
                var files = new FileStore(Path.Combine(folder, cloud.Name));
                var context = new CloudContext(cloud.Name, options.Time, new FaultPlan(), new ChargeLedger(), files);
                var app = Build(cloud, context, options.Clouds.GetValueOrDefault(cloud.Name));
                host._clouds.Add((app, cloud, context));
                await app.StartAsync(cancellationToken);
                var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
                context.BaseUri = new Uri(address);
            }

            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var (app, _, context) in _clouds)
        {
            await app.DisposeAsync();
            context.Files.Dispose();
        }

        _clouds.Clear();
        if (_ownFolder is not null && Directory.Exists(_ownFolder)) Directory.Delete(_ownFolder, recursive: true);
    }

    private static IEnumerable<ISimulatedCloud> Clouds() =>
        typeof(SimulatorHost).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ISimulatedCloud)))
            .Select(t => (ISimulatedCloud)Activator.CreateInstance(t)!)
            .OrderBy(c => c.Name, StringComparer.Ordinal);

    private static WebApplication Build(ISimulatedCloud cloud, CloudContext context, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        app.UseMiddleware<FaultMiddleware>(cloud, context);
        app.UseRouting();
        ControlEndpoints.Map(app, context);
        cloud.Map(app, context);
        return app;
    }
}
