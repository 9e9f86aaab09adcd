using MediaFlows.Core.Catalog;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.VideoEval;
using MediaFlows.Storage;
using MediaFlows.Testing.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Functions.Tests.Generation;

/// <summary>The catalog as both hosts build it, without settings.</summary>
internal static class CatalogUnderTest
{
    public static FlowCatalog Build()
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IFieldProtector, TestProtector>();
        services.AddSingleton<ISubmissionLedger, BlobSubmissionLedger>();
        services.AddMediaFlowsStorage(configuration, o => o.ConnectionString = "UseDevelopmentStorage=true");
        services.AddFlowCatalog(typeof(VideoEvalModule).Assembly);
        return services.BuildServiceProvider().GetRequiredService<FlowCatalog>();
    }
}
