using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.Tencent.Api.Cos;

/// <summary>One object that an upload may write, with the temporary certificate for it.</summary>
public sealed record CosTarget
{
    /// <summary>Bucket with its account suffix.</summary>
    public required string Bucket { get; init; }

    /// <summary>Storage region, verbatim (it may carry a suffix such as <c>ap-guangzhou-2</c>).</summary>
    public required string Region { get; init; }

    /// <summary>Decoded object path with its leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>Id of the temporary key.</summary>
    [Sensitive]
    public required string SecretId { get; init; }

    /// <summary>The temporary key.</summary>
    [Sensitive]
    public required string SecretKey { get; init; }

    /// <summary>Token of the temporary key; null when the account's own key signs.</summary>
    [Sensitive]
    public string? Token { get; init; }

    /// <summary>Host of the bucket.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Host => $"{Bucket}.cos.{Region}.myqcloud.com";

    /// <summary>Shows no credential.</summary>
    public override string ToString() => $"cos://{Bucket}{Path}";
}
