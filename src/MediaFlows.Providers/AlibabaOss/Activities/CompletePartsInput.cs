using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>An upload whose parts are all there.</summary>
/// <param name="Place">Bucket and region.</param>
/// <param name="Key">Target key.</param>
/// <param name="UploadId">Upload id.</param>
/// <param name="Parts">The parts.</param>
public sealed record CompletePartsInput(OssPlace Place, string Key, string UploadId, IReadOnlyList<PartReceipt> Parts);
