using MediaFlows.Core.Catalog;
using MediaFlows.Core.Limits.Calls;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Api.Chat;
using MediaFlows.Providers.Tencent.Api.Cos;
using MediaFlows.Providers.Tencent.Api.Pacing;
using MediaFlows.Providers.Tencent.Api.Tasks;
using MediaFlows.Providers.Tencent.Commands;
using MediaFlows.Providers.Tencent.Elements;
using MediaFlows.Providers.Tencent.Flows.Aigc;
using MediaFlows.Providers.Tencent.Flows.Await;
using MediaFlows.Providers.Tencent.Flows.Elements;
using MediaFlows.Providers.Tencent.Flows.Images;
using MediaFlows.Providers.Tencent.Flows.Knowledge;
using MediaFlows.Providers.Tencent.Flows.Process;
using MediaFlows.Providers.Tencent.Flows.Scenes;
using MediaFlows.Providers.Tencent.Flows.Upload;
using MediaFlows.Providers.Tencent.ImageTemplates;
using MediaFlows.Providers.Tencent.Queries;
using MediaFlows.Providers.Tencent.Queries.Account;
using MediaFlows.Providers.Tencent.Queries.Chat;
using MediaFlows.Providers.Tencent.Queries.Media;
using MediaFlows.Providers.Tencent.Queries.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tencent;

/// <summary>Tencent Cloud VOD: uploads, processing, generation, search, chat.</summary>
public sealed class TencentModule : IProviderModule
{
    /// <inheritdoc/>
    public string Name => TencentSettings.Provider;

    /// <inheritdoc/>
    public string Title => "Tencent Cloud VOD";

    /// <inheritdoc/>
    public void Register(ProviderRegistration registration)
    {
        AddServices(registration.Services);
        registration
            .AddFlow<UploadFlow>().AddFlow<PullUploadFlow>().AddFlow<ProcessFlow>().AddFlow<ImageProcessFlow>().AddFlow<AigcImageFlow>().AddFlow<AigcVideoFlow>()
            .AddFlow<SceneImageFlow>().AddFlow<SceneVideoFlow>().AddFlow<ImportKnowledgeFlow>().AddFlow<ImportKnowledgeBatchFlow>().AddFlow<CustomElementFlow>().AddFlow<AwaitTaskFlow>()
            .AddActivity<ListManifest>().AddActivity<ApplyUpload>().AddActivity<PutBytes>().AddActivity<StartMultipart>().AddActivity<CompleteMultipart>().AddActivity<AbortMultipart>().AddActivity<CommitUpload>()
            .AddActivity<SubmitTask>().AddActivity<SubmitPull>().AddActivity<PollTask>().AddActivity<EnsureImageTemplate>().AddActivity<RememberElement>()
            .AddQuery<DescribeMediaQuery>().AddQuery<SearchMediaQuery>().AddQuery<SemanticSearchQuery>().AddQuery<DescribeTaskQuery>().AddQuery<AigcImageTaskQuery>()
            .AddQuery<ChatModelsQuery>().AddQuery<ImageModelsQuery>().AddQuery<VideoModelsQuery>().AddQuery<ChatQuery>().AddQuery<TokenCreateQuery>().AddQuery<TokenListQuery>()
            .AddQuery<TokenDeleteQuery>().AddQuery<UsageQuery>().AddQuery<SubAppsQuery>().AddQuery<KnowledgeTemplatesQuery>().AddQuery<ElementListQuery>().AddQuery<EnvironmentQuery>()
            .AddCheck<TencentProbe>();
        foreach (var command in TencentCommands.All) registration.AddCommand(command);
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<TencentSettings>();
        services.AddSingleton<ActionLimits>();
        services.AddSingleton<ActionPacer>();
        services.AddSingleton<ServerClock>();
        services.AddSingleton<VodClient>();
        services.AddSingleton<CosRequestFactory>();
        services.AddSingleton<CosClient>();
        services.AddSingleton<ChatClient>();
        services.AddSingleton<SubApplications>();
        services.AddSingleton<SubAppResolver>();
        services.AddSingleton<TaskLookUp>();
        services.AddSingleton<SessionRecords>();
        services.AddSingleton<ElementRegistry>();
        services.AddSingleton<ImageTemplateLookUp>();
        services.AddSingleton<ImageTemplateRegistry>();
        services.AddSingleton<QueryServices>();
        // Headers and bodies hold signatures, keys and tokens, so nothing of these calls is logged. Large parts take their time; the client
        // that needs a shorter limit sets its own.
        AddHttp(services, VodClient.ClientName);
        AddHttp(services, VodClient.ApiClientName).PacedAs(TencentSettings.Provider);
    }

    private static IHttpClientBuilder AddHttp(IServiceCollection services, string name) =>
        services.AddHttpClient(name)
            .ConfigureHttpClient(http => http.Timeout = TimeSpan.FromMinutes(15))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
}
