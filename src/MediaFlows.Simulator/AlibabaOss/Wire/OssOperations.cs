namespace MediaFlows.Simulator.AlibabaOss.Wire;

/// <summary>Names of operations, as fault rules and counters use them.</summary>
internal static class OssOperations
{
    public static string Of(OssRequest request) => (request.Method, request.Key.Length > 0) switch
    {
        ("PUT", true) when request.Has("partNumber") => "UploadPart",
        ("PUT", true) => "PutObject",
        ("POST", true) when request.Has("uploads") => "InitiateMultipartUpload",
        ("POST", true) when request.Has("uploadId") => "CompleteMultipartUpload",
        ("POST", true) when request.Has("x-oss-async-process") => "AsyncProcessObject",
        ("POST", true) when request.Has("x-oss-process") => "ProcessObject",
        ("DELETE", true) when request.Has("uploadId") => "AbortMultipartUpload",
        ("DELETE", true) => "DeleteObject",
        ("HEAD", true) => "HeadObject",
        ("GET", true) when request.Has("uploadId") => "ListParts",
        ("GET", true) when request.Has("x-oss-process") => "GetProcessedObject",
        ("GET", true) => "GetObject",
        ("GET", false) when request.Has("bucketInfo") => "GetBucketInfo",
        ("GET", false) when request.Has("lifecycle") => "GetBucketLifecycle",
        ("PUT", false) when request.Has("lifecycle") => "PutBucketLifecycle",
        ("PUT", false) => "PutBucket",
        ("GET", false) => "ListObjects",
        _ => request.Method,
    };
}
