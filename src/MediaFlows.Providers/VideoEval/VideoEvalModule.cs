using MediaFlows.Core.Catalog;
using MediaFlows.Core.Limits.Calls;
using MediaFlows.Providers.VideoEval.Activities;
using MediaFlows.Providers.VideoEval.Api;
using MediaFlows.Providers.VideoEval.Flows;
using MediaFlows.Providers.VideoEval.Queries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaFlows.Providers.VideoEval;

/// <summary>Video material evaluation. There is no way to upload a video but by submitting an evaluation.</summary>
public sealed class VideoEvalModule : IProviderModule
{
    /// <inheritdoc/>
    public string Name => VideoEvalService.Provider;

    /// <inheritdoc/>
    public string Title => "Video evaluation";

    /// <inheritdoc/>
    public void Register(ProviderRegistration registration)
    {
        registration.Services.AddHttpClient(VideoEvalClient.HttpName)
            .PacedAs(VideoEvalService.Provider)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        registration.Services.TryAddSingleton<VideoEvalClient>();
        registration.Services.TryAddSingleton<ClientRequestIds>();

        registration.AddFlow<VideoEvalSubmitFlow>();
        registration.AddFlow<VideoEvalAwaitReportFlow>();
        registration.AddActivity<UploadVideoActivity>();
        registration.AddActivity<ListKnownTasksActivity>();
        registration.AddActivity<CreateTaskActivity>();
        registration.AddActivity<PollTaskActivity>();
        registration.AddActivity<ReadReportActivity>();
        registration.AddQuery<ListTasksQuery>();
        registration.AddQuery<TaskDetailQuery>();
        registration.AddCheck<VideoEvalHealthProbe>();
        foreach (var command in VideoEvalCommands.All) registration.AddCommand(command);
    }
}
