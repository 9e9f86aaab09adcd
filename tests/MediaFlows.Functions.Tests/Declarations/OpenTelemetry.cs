using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace OpenTelemetry
{
    public interface IOpenTelemetryBuilder;

    public sealed class OpenTelemetryBuilder : IOpenTelemetryBuilder;

    public static class OpenTelemetryBuilderSdkExtensions
    {
        public static IOpenTelemetryBuilder WithTracing(this IOpenTelemetryBuilder builder, Action<TracerProviderBuilder> configure) => throw new NotSupportedException();
    }

    public static class OpenTelemetryBuilderOtlpExporterExtensions
    {
        public static IOpenTelemetryBuilder UseOtlpExporter(this IOpenTelemetryBuilder builder) => throw new NotSupportedException();
    }
}

namespace OpenTelemetry.Trace
{
    public abstract class TracerProviderBuilder
    {
        public abstract TracerProviderBuilder AddSource(params string[] names);
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class OpenTelemetryServicesExtensions
    {
        public static OpenTelemetry.OpenTelemetryBuilder AddOpenTelemetry(this IServiceCollection services) => throw new NotSupportedException();
    }
}

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry
{
    using global::OpenTelemetry;

    public static class ConfigureFunctionsOpenTelemetry
    {
        public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) => throw new NotSupportedException();
    }
}

namespace Azure.Monitor.OpenTelemetry.Exporter
{
    using global::OpenTelemetry;

    public static class OpenTelemetryBuilderExtensions
    {
        public static IOpenTelemetryBuilder UseAzureMonitorExporter(this IOpenTelemetryBuilder builder) => throw new NotSupportedException();
    }
}
