using MediaFlows.Core.Serialization;
using MediaFlows.Providers.Tencent.Api.Cos;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>What ApplyUpload gave: where to put the bytes, and the key that commits them.</summary>
public sealed record UploadTicket
{
    /// <summary>Where the media goes.</summary>
    public required CosTarget Media { get; init; }

    /// <summary>Where the cover goes, or null.</summary>
    public CosTarget? Cover { get; init; }

    /// <summary>VodSessionKey.</summary>
    [Sensitive]
    public required string SessionKey { get; init; }

    /// <summary>UTC time at which the certificate ends, less than an hour away.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
