using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Api.Routing;
using MediaFlows.Api.Tests.Webhooks;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Media;
using MediaFlows.Core.Secrets;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using MediaFlows.Core.Submissions;
using MediaFlows.Core.Webhooks;
using MediaFlows.Testing.Media;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Api.Tests.Hosting;

/// <summary>The API on a real Kestrel at a free loopback port, over a fake client, blobs in memory and a clock that stands still.</summary>
public sealed class ApiTestHost : IAsyncLifetime
{
    private WebApplication? _app;

    public VirtualTime Time { get; } = new();

    public LogLines Log { get; } = new();

    public IServiceProvider Services => _app!.Services;

    public FakeFlowClient Client => (FakeFlowClient)Services.GetRequiredService<IFlowClient>();

    public MemoryBlobStore Blobs => (MemoryBlobStore)Services.GetRequiredService<IBlobStore>();

    /// <summary>A client with the right key.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>A client without a key.</summary>
    public HttpClient Stranger { get; private set; } = null!;

    public ApiOptions Options { get; init; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Configuration["MEDIAFLOWS_LIMIT_SAMPLE_JOBS"] = "4";
        builder.Configuration["MEDIAFLOWS_LIMIT_SAMPLE_CALLS_PER_SECOND"] = "2.5";
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ISecretSource>(new TestSecrets(new Dictionary<string, string>(StringComparer.Ordinal)));
        services.AddSingleton<IFieldProtector, TestProtector>();
        services.AddSingleton<IBlobStore>(new MemoryBlobStore(Time));
        services.AddSingleton<ISubmissionLedger, BlobSubmissionLedger>();
        services.AddSingleton<TestMedia>();
        services.AddSingleton<IMediaReader>(s => s.GetRequiredService<TestMedia>());
        services.AddSingleton<IMediaWriter>(s => s.GetRequiredService<TestMedia>());
        services.AddFlowCatalog(typeof(ApiTestHost).Assembly);
        services.AddSingleton<IFlowClient, FakeFlowClient>();
        services.AddSingleton<IWebhookSender, CheckedReceivers>();
        services.AddMediaFlowsApi(Options);
        services.AddMediaFlowsKeys<FixedKeys>();
        _app = builder.Build();
        _app.UseMediaFlowsApi();
        await _app.StartAsync();
        Stranger = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        Http = new HttpClient { BaseAddress = Stranger.BaseAddress };
        Http.DefaultRequestHeaders.Add("x-functions-key", FixedKeys.Key);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Stranger.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }

    /// <summary>Starts a sample flow and returns its id.</summary>
    public async Task<string> StartAsync(string title = "Sea", string query = "")
    {
        using var answer = await Http.PostAsJsonAsync("/api/flows/sample.paint" + query, new { title, colour = "darkRed" });
        return (await JsonOf(answer))["id"]!.GetValue<string>();
    }

    public static async Task<JsonNode> JsonOf(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return JsonNode.Parse(text) ?? throw new JsonException("null: " + answer.StatusCode);
    }

    public async Task<JsonNode> GetJsonAsync(string path)
    {
        using var answer = await Http.GetAsync(path);
        return await JsonOf(answer);
    }
}
