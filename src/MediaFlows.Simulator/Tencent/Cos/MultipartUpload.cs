namespace MediaFlows.Simulator.Tencent.Cos;

/// <summary>A multipart upload under way.</summary>
internal sealed class MultipartUpload(string path)
{
    /// <summary>Object path.</summary>
    public string Path => path;

    /// <summary>Parts by number: MD5 in lower-case hex and length in bytes.</summary>
    public SortedDictionary<int, (string Md5, long Length)> Parts { get; } = [];
}
