using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>A bucket and, where the call takes one, a project.</summary>
/// <param name="Place">Bucket and region.</param>
/// <param name="Project">IMM project name.</param>
public sealed record BindingInput(OssPlace Place, string? Project = null);
