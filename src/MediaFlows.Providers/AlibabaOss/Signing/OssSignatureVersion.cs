namespace MediaFlows.Providers.AlibabaOss.Signing;

/// <summary>How OSS requests and URLs are signed.</summary>
public enum OssSignatureVersion
{
    /// <summary><c>OSS4-HMAC-SHA256</c>, the default.</summary>
    V4,

    /// <summary>The older <c>OSS AK:signature</c> form.</summary>
    V1,
}
