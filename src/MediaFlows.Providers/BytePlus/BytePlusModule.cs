using MediaFlows.Core.Catalog;
using MediaFlows.Core.Limits.Calls;
using MediaFlows.Core.Media;
using MediaFlows.Providers.BytePlus.Activities;
using MediaFlows.Providers.BytePlus.Api;
using MediaFlows.Providers.BytePlus.Flows;
using MediaFlows.Providers.BytePlus.Queries;
using MediaFlows.Providers.Volcengine;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.BytePlus;

/// <summary>BytePlus VOD: upload, URL pull, enhancement, play URLs.</summary>
public sealed class BytePlusModule : IProviderModule
{
    private const string OpenApi = "byteplus";
    private const string Upload = "byteplus-upload";

    /// <inheritdoc/>
    public string Name => BytePlusNames.Provider;

    /// <inheritdoc/>
    public string Title => "BytePlus VOD";

    /// <inheritdoc/>
    public void Register(ProviderRegistration registration)
    {
        AddClients(registration.Services);
        registration
            .AddFlow<UploadFileFlow>().AddFlow<UploadUrlFlow>().AddFlow<EnhanceFlow>()
            .AddActivity<ApplyUpload>().AddActivity<PutObject>().AddActivity<BeginParts>().AddActivity<SendParts>().AddActivity<MergeParts>()
            .AddActivity<CommitUpload>().AddActivity<SubmitPull>().AddActivity<PollPull>().AddActivity<SubmitEnhance>().AddActivity<PollEnhance>()
            .AddActivity<FindPlayUrl>()
            .AddQuery<ExecutionQuery>().AddQuery<UploadTaskQuery>().AddQuery<PlayInfoQuery>().AddQuery<PlayUrlQuery>()
            .AddCallback<BytePlusCallback>()
            .AddCheck<BytePlusProbe>();
        foreach (var command in BytePlusCommands.All) registration.AddCommand(command);
    }

    private static void AddClients(IServiceCollection services)
    {
        services.AddSingleton<BytePlusConnection>();
        AddHttp(services, OpenApi, (connection, http) => http.Timeout = connection.Timeout).PacedAs(BytePlusNames.Provider);
        // Binary uploads have no time limit of their own; the gateway client ends a request that stands still.
        AddHttp(services, Upload, (_, http) => http.Timeout = Timeout.InfiniteTimeSpan);
        services.AddSingleton(s => new VodClient(
            new VolcengineTransport(Http(s, OpenApi), new ServerClock(s.GetRequiredService<TimeProvider>()), BytePlusNames.Provider),
            s.GetRequiredService<BytePlusConnection>()));
        services.AddSingleton(s => new UploadGatewayClient(Http(s, Upload), s.GetRequiredService<BytePlusConnection>()));
        services.AddSingleton<PlayUrls>();
        services.AddSingleton<IResultUrls, PlayUrlRenewal>();
    }

    // Queries of these calls hold session keys and their headers signatures, so nothing of them is logged. The handler itself renews its
    // connections, which lets the client be kept.
    private static IHttpClientBuilder AddHttp(IServiceCollection services, string name, Action<BytePlusConnection, HttpClient> configure) =>
        services.AddHttpClient(name)
            .ConfigureHttpClient((s, http) => configure(s.GetRequiredService<BytePlusConnection>(), http))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

    private static HttpClient Http(IServiceProvider services, string name) =>
        services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
}
