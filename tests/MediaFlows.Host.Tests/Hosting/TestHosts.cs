using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Callbacks;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using MediaFlows.Host.Tests.Sample;
using MediaFlows.Testing.Media;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Host.Tests.Hosting;

/// <summary>Embedded hosts over blobs in memory, one after the other or two at a time, with their keys in a folder of their own.</summary>
public sealed class TestHosts : IAsyncDisposable
{
    private readonly List<MediaFlowsHost> _hosts = [];
    private readonly List<HttpClient> _clients = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("mediaflows-host-").FullName;

    public MemoryBlobStore Blobs { get; } = new(TimeProvider.System);

    public StringWriter Log { get; } = new();

    public HostOptions Options(params (string Name, string Value)[] settings) => new()
    {
        ReadEnvironment = false,
        HandleSignals = false,
        Log = TextWriter.Synchronized(Log),
        Settings = new Dictionary<string, string?>(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)), StringComparer.OrdinalIgnoreCase)
        {
            ["MEDIAFLOWS_HOME"] = Folder,
            // These hosts have no storage account, so no queue.
            ["MEDIAFLOWS_INGEST_PARALLEL"] = "0",
            ["MEDIAFLOWS_URLS"] = settings.FirstOrDefault(s => s.Name == "MEDIAFLOWS_URLS").Value ?? "http://127.0.0.1:0",
        },
        Services = services =>
        {
            services.AddSingleton<IBlobStore>(Blobs);
            services.AddSingleton<IFieldProtector, TestProtector>();
            services.AddSingleton<TestMedia>();
            services.AddSingleton<IMediaReader>(s => s.GetRequiredService<TestMedia>());
            services.AddSingleton<IMediaWriter>(s => s.GetRequiredService<TestMedia>());
            services.AddSingleton<IFlow, EchoFlow>().AddSingleton<IFlow, PaidFlow>();
            services.AddSingleton<RemoteJob>().AddSingleton<IActivity, PaySubmit>().AddSingleton<IActivity, PayPoll>().AddSingleton<IProviderCallback, PayCallback>();
        },
    };

    public async Task<MediaFlowsHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var host = await MediaFlowsHost.CreateAsync(Options(settings));
        _hosts.Add(host);
        return host;
    }

    public HttpClient Client(MediaFlowsHost host, string? key = null)
    {
        var client = new HttpClient { BaseAddress = host.Url };
        client.DefaultRequestHeaders.Add("x-functions-key", key ?? host.ApiKey);
        _clients.Add(client);
        return client;
    }

    public static async Task<JsonNode> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        foreach (var host in _hosts) await host.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
