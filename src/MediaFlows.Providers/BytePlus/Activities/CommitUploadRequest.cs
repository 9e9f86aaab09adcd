using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Input of <see cref="CommitUpload"/>.</summary>
/// <param name="Space">Space.</param>
/// <param name="SessionKey">Session key of the address that took the bytes.</param>
public sealed record CommitUploadRequest(string Space, [property: Sensitive] string SessionKey);
