using MediaFlows.Core.Catalog;
using MediaFlows.Core.Limits.Calls;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Api;
using MediaFlows.Providers.AlibabaOss.Commands;
using MediaFlows.Providers.AlibabaOss.Credentials;
using MediaFlows.Providers.AlibabaOss.Discovery;
using MediaFlows.Providers.AlibabaOss.Flows;
using MediaFlows.Providers.AlibabaOss.Permissions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaFlows.Providers.AlibabaOss;

/// <summary>Alibaba Cloud OSS media processing with IMM.</summary>
public sealed class OssModule : IProviderModule
{
    private const string Objects = "oss";
    private const string Control = "oss-control";

    /// <inheritdoc/>
    public string Name => OssNames.Provider;

    /// <inheritdoc/>
    public string Title => "Alibaba Cloud OSS and IMM";

    /// <inheritdoc/>
    public void Register(ProviderRegistration registration)
    {
        AddCredentials(registration.Services);
        AddClients(registration.Services);
        registration
            .AddFlow<OssProcessFlow>().AddFlow<OssProcessAsyncFlow>().AddFlow<OssExtractFlow>().AddFlow<OssUploadFlow>().AddFlow<OssDownloadFlow>().AddFlow<OssImmSetupFlow>()
            .AddActivity<Preflight>().AddActivity<InspectSource>().AddActivity<PutObject>().AddActivity<PutUnsized>().AddActivity<BeginParts>().AddActivity<SendPart>()
            .AddActivity<CompleteParts>().AddActivity<AbortParts>().AddActivity<DeleteObject>().AddActivity<SignUrl>().AddActivity<FetchObject>().AddActivity<ReadProperties>()
            .AddActivity<SaveProcessed>().AddActivity<AddExpiry>().AddActivity<LookAtTarget>().AddActivity<SubmitProcess>().AddActivity<PollProcess>().AddActivity<SubmitExtraction>()
            .AddActivity<PollExtraction>().AddActivity<FindBinding>().AddActivity<CreateProject>().AddActivity<AttachBucket>()
            .AddCheck<OssProbe>();
        foreach (var command in OssCommands.All) registration.AddCommand(command);
    }

    private static void AddCredentials(IServiceCollection services)
    {
        services.TryAddSingleton<ICredentialFiles, LocalCredentialFiles>();
        services.AddSingleton<PlaceDiscovery>();
        services.AddSingleton<CredentialSettings>();
        services.AddSingleton(s => new StsClient(Http(s, Control), s.GetRequiredService<CredentialSettings>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new EcsMetadataClient(Http(s, Control), s.GetRequiredService<CredentialSettings>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new CredentialsUriClient(Http(s, Control)));
        services.TryAddSingleton<ICredentialProcess, LocalCredentialProcess>();
        services.AddSingleton<ExternalCredentials>();
        services.AddSingleton(s => new SignInSession(Http(s, Control), s.GetRequiredService<ICredentialFiles>(), s.GetRequiredService<TimeProvider>()));
        // The documented order.
        services.AddSingleton<ICredentialStep, EnvironmentCredentials>();
        services.AddSingleton<ICredentialStep, OidcCredentials>();
        services.AddSingleton<ICredentialStep, CliProfileCredentials>();
        services.AddSingleton<ICredentialStep, IniProfileCredentials>();
        services.AddSingleton<ICredentialStep, EcsCredentials>();
        services.AddSingleton<ICredentialStep, UriCredentials>();
        services.AddSingleton<CredentialChain>();
    }

    private static void AddClients(IServiceCollection services)
    {
        // Sending a part of an object may take long on a slow line; everything else is answered soon, a large image's processing included.
        AddHttp(services, Objects, TimeSpan.FromMinutes(30));
        AddHttp(services, Control, TimeSpan.FromSeconds(120)).PacedAs(OssNames.Provider);
        services.AddSingleton<RefusalStreak>();
        services.AddSingleton(s => new OssTransport(
            Http(s, Control), Http(s, Objects), s.GetRequiredService<CredentialChain>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<RefusalStreak>()));
        services.AddSingleton(s => new ImmClient(Http(s, Control), s.GetRequiredService<CredentialChain>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ObjectClient>();
        services.AddSingleton<MultipartClient>();
        services.AddSingleton<ProcessClient>();
        services.AddSingleton<BucketClient>();
        services.AddSingleton<UrlSigner>();
        services.AddSingleton<PermissionCheck>();
    }

    // Headers and queries of these calls hold signatures and tokens, so nothing of them is logged. The handler renews its connections itself.
    private static IHttpClientBuilder AddHttp(IServiceCollection services, string name, TimeSpan timeout) =>
        services.AddHttpClient(name)
            .ConfigureHttpClient(http => http.Timeout = timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(15), AllowAutoRedirect = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

    private static HttpClient Http(IServiceProvider services, string name) => services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
}
