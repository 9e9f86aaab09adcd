using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>What is polled for.</summary>
/// <param name="Place">Bucket of the result, and region.</param>
/// <param name="Project">IMM project, or null: then the result itself is looked for.</param>
/// <param name="TaskId">Task id.</param>
/// <param name="TargetKey">Key of the result.</param>
/// <param name="ManyResults">True for a set of frames.</param>
/// <param name="Since">UTC time the job was prepared; older objects at the key are not its result.</param>
public sealed record ProcessTarget(OssPlace Place, string? Project, string TaskId, string TargetKey, bool ManyResults, DateTime Since);
