using MediaFlows.Providers.Tencent.Api.Cos;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>A multipart upload whose parts were all sent.</summary>
/// <param name="Target">The object.</param>
/// <param name="UploadId">The upload.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Length">Bytes in all.</param>
public sealed record MultipartParts(CosTarget Target, string UploadId, IReadOnlyList<CosPart> Parts, long Length);
