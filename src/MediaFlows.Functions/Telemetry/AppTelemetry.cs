using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Functions;

/// <summary>Traces and metrics of the worker. What needs the exporters' packages is in the other part, which a build without them leaves out.</summary>
public static partial class AppTelemetry
{
    /// <summary>Adds what is configured: Application Insights by its connection string, any OTLP collector by <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration) => AddExporters(services, configuration);

    static partial void AddExporters(IServiceCollection services, IConfiguration configuration);
}
