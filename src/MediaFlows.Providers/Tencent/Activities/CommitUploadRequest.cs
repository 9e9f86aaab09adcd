using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Input of <see cref="CommitUpload"/>.</summary>
public sealed record CommitUploadRequest
{
    /// <summary>VodSessionKey of the upload.</summary>
    [Sensitive]
    public required string SessionKey { get; init; }

    /// <summary>Sub-application, or null for the main one.</summary>
    public long? SubAppId { get; init; }

    /// <summary>Region of the call, or null for the configured one.</summary>
    public string? Region { get; init; }
}
