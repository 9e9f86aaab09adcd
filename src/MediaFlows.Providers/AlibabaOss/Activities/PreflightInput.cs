using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>What preflight looks at.</summary>
/// <param name="Place">Bucket and region.</param>
/// <param name="Imm">Need of the IMM binding.</param>
/// <param name="Source">Key that must be there and readable; null when nothing is read from the bucket.</param>
public sealed record PreflightInput(OssPlace Place, ImmNeed Imm, string? Source = null);
