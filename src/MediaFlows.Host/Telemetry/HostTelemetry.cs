using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MediaFlows.Host.Telemetry;

/// <summary>
/// Traces and metrics to an OTLP endpoint, only when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; the other <c>OTEL_*</c> settings mean what they always mean.
/// Disposing it flushes what is left.
/// </summary>
internal sealed class HostTelemetry : IDisposable
{
    public const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    public HostTelemetry(IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[EndpointSetting])) return;
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(s => s.AddSingleton(configuration))
            .ConfigureResource(r => Describe(r, configuration))
            .AddSource("MediaFlows", "Microsoft.AspNetCore", "System.Net.Http")
            .AddProcessor(new RedactingProcessor())
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(s => s.AddSingleton(configuration))
            .ConfigureResource(r => Describe(r, configuration))
            .AddMeter("MediaFlows", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime")
            .AddOtlpExporter()
            .Build();
    }

    /// <summary>True when spans and metrics are sent.</summary>
    public bool IsOn => _traces is not null;

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private static void Describe(ResourceBuilder resource, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration["OTEL_SERVICE_NAME"]))
            resource.AddService("mediaflows", serviceVersion: typeof(HostTelemetry).Assembly.GetName().Version?.ToString(3), autoGenerateServiceInstanceId: false);
    }
}
