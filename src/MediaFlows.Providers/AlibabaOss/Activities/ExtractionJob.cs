using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>A blind watermark to read.</summary>
/// <param name="Place">Bucket and region.</param>
/// <param name="Key">Key of the marked image.</param>
/// <param name="Project">IMM project.</param>
/// <param name="Strength">Strength it was embedded with, or null for the service's default.</param>
/// <param name="Model">Model, or null for the service's default.</param>
public sealed record ExtractionJob(OssPlace Place, string Key, string Project, string? Strength, string? Model);
