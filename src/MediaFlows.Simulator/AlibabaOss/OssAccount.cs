namespace MediaFlows.Simulator.AlibabaOss;

/// <summary>The simulated account: one permanent key, one temporary key, two buckets of which one is bound to an IMM project.</summary>
public static class OssAccount
{
    /// <summary>Permanent access key.</summary>
    public const string AccessKeyId = "LTAI5tSimulatedOss0001";

    /// <summary>Its secret.</summary>
    public const string AccessKeySecret = "simulated-oss-secret-key-0001";

    /// <summary>Temporary access key; requests with it must carry <see cref="SecurityToken"/>.</summary>
    public const string StsKeyId = "STS.SimulatedOss0002";

    /// <summary>Secret of the temporary key.</summary>
    public const string StsKeySecret = "simulated-oss-secret-key-0002";

    /// <summary>Token of the temporary key.</summary>
    public const string SecurityToken = "simulated/sts+token==";

    /// <summary>Region, without <c>oss-</c>.</summary>
    public const string Region = "cn-hangzhou";

    /// <summary>Bucket that is bound to <see cref="Project"/>.</summary>
    public const string Bucket = "mediaflows-media";

    /// <summary>Bucket without an IMM project.</summary>
    public const string PlainBucket = "mediaflows-plain";

    /// <summary>IMM project of <see cref="Bucket"/>.</summary>
    public const string Project = "mediaflows-imm";

    /// <summary>The secret of an access key, or null when there is no such key.</summary>
    internal static string? SecretOf(string accessKeyId) => accessKeyId switch
    {
        AccessKeyId => AccessKeySecret,
        StsKeyId => StsKeySecret,
        _ => null,
    };
}
