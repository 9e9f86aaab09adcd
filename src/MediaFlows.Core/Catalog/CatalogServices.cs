using System.Reflection;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Batches;
using MediaFlows.Core.Batches.Activities;
using MediaFlows.Core.Batches.Flows;
using MediaFlows.Core.Batches.Manifests;
using MediaFlows.Core.Callbacks;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Limits;
using MediaFlows.Core.Limits.Activities;
using MediaFlows.Core.Limits.Calls;
using MediaFlows.Core.Limits.Flows;
using MediaFlows.Core.Media.Activities;
using MediaFlows.Core.Media.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Polling.Flows;
using MediaFlows.Core.Queries;
using MediaFlows.Core.Recipes;
using MediaFlows.Core.Recipes.Activities;
using MediaFlows.Core.Recipes.Flows;
using MediaFlows.Core.Recipes.Validation;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using MediaFlows.Core.Submissions;
using MediaFlows.Core.Submissions.Charges;
using MediaFlows.Core.Webhooks.Activities;
using MediaFlows.Core.Webhooks.Flows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaFlows.Core.Catalog;

/// <summary>Registration of the catalog.</summary>
public static class CatalogServices
{
    /// <summary>
    /// Adds the catalog with every <see cref="IProviderModule"/> in <paramref name="assemblies"/>, and the shared parts that activities use.
    /// The host must add <see cref="IFieldProtector"/>, <see cref="IBlobStore"/>, <see cref="ISubmissionLedger"/>, <see cref="Media.IMediaReader"/>,
    /// <see cref="Media.IMediaWriter"/> and <see cref="Secrets.ISecretSource"/>.
    /// </summary>
    public static IServiceCollection AddFlowCatalog(this IServiceCollection services, params Assembly[] assemblies)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<FlowSerializer>();
        services.TryAddSingleton<IJobDurations, JobDurations>();
        services.TryAddSingleton<BlobChargeGate>();
        services.TryAddSingleton<IChargeGate>(s => s.GetRequiredService<BlobChargeGate>());
        services.AddSingleton<IInstanceRemains>(s => s.GetRequiredService<BlobChargeGate>());
        services.TryAddSingleton<LimitSettings>();
        services.TryAddSingleton<IAdmission, LimiterAdmission>();
        services.TryAddSingleton<ICallPacer>(s => new CallPacer(s.GetRequiredService<LimitSettings>(), s.GetRequiredService<TimeProvider>(), s.GetService<SharedSlots>()));
        services.TryAddSingleton(s => new SubmissionServices(
            s.GetRequiredService<ISubmissionLedger>(), s.GetRequiredService<IChargeGate>(), s.GetRequiredService<IJobDurations>(), s.GetRequiredService<FlowSerializer>(), s.GetRequiredService<TimeProvider>())
        {
            Admission = s.GetRequiredService<IAdmission>(),
        });
        services.TryAddSingleton<PollServices>();
        var registration = new ProviderRegistration(services);
        registration.AddFlow<PollFlow>();
        registration.AddFlow<LimiterFlow>().AddActivity<FindEnded>();
        registration.AddFlow<RecipeFlow>().AddActivity<PrepareStep>();
        registration.AddFlow<BatchFlow>().AddFlow<BatchSliceFlow>()
            .AddActivity<StageManifest>().AddActivity<ReadSlice>().AddActivity<WriteResults>().AddActivity<CountCharges>().AddActivity<LimitCharges>();
        registration.AddFlow<NotifyFlow>().AddActivity<ReadNotified>().AddActivity<DeliverWebhook>().AddActivity<StartCompanion>();
        services.TryAddSingleton<BatchBlobs>();
        services.AddSingleton<IInstanceRemains>(s => s.GetRequiredService<BatchBlobs>());
        services.TryAddSingleton<ManifestReader>();
        services.TryAddSingleton<RecipeValidator>();
        services.TryAddSingleton<RecipePreparation>();
        services.TryAddSingleton<RecipeStore>();
        foreach (var recipe in assemblies.SelectMany(ShippedRecipes.In)) services.AddSingleton(recipe);
        registration.AddFlow<CopyMediaFlow>().AddActivity<CopyMedia>();
        foreach (var type in assemblies.SelectMany(a => a.GetTypes()).Where(IsModule).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            var module = (IProviderModule)Activator.CreateInstance(type)!;
            services.AddSingleton(module);
            module.Register(registration);
        }

        services.AddSingleton(s => new FlowCatalog(
            s.GetServices<IFlow>(),
            s.GetServices<IActivity>(),
            s.GetServices<IQuery>(),
            s.GetServices<IProviderCallback>(),
            s.GetServices<CommandDescriptor>(),
            s.GetServices<IProviderModule>()));
        return services;
    }

    private static bool IsModule(Type type) => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IProviderModule));
}
