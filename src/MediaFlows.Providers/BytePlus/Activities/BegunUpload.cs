namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Output of <see cref="BeginParts"/>.</summary>
/// <param name="UploadId">The gateway's id of the upload.</param>
public sealed record BegunUpload(string UploadId);
