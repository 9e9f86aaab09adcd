using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>What is polled for.</summary>
/// <param name="Place">Region.</param>
/// <param name="Project">IMM project.</param>
/// <param name="TaskId">Task id.</param>
public sealed record ExtractionTarget(OssPlace Place, string Project, string TaskId);
