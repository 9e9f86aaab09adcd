namespace MediaFlows.Simulator.AlibabaOss.Wire;

/// <summary>A refusal in the service's words.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Error code.</param>
/// <param name="Message">Message.</param>
/// <param name="Ec">Detail code, or null.</param>
/// <param name="More">Further elements.</param>
internal sealed record OssError(int Status, string Code, string Message, string? Ec = null, params (string Name, string Value)[] More)
{
    public static readonly OssError AccessDenied = new(403, "AccessDenied", "You have no right to access this object because of bucket acl.", "0003-00000001");
    public static readonly OssError Expired = new(403, "AccessDenied", "Request has expired.", "0002-00000069");
    public static readonly OssError BadSignature = new(
        403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your key and signing method.", "0002-00000040");

    public static readonly OssError TimeSkewed = new(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.", "0002-00000504");
    public static readonly OssError NoSuchUpload = new(404, "NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.");
    public static readonly OssError NoLifecycle = new(404, "NoSuchLifecycle", "No Row found in Lifecycle Table.");
    public static readonly OssError MalformedXml = new(400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema.");
    public static readonly OssError BadImage = new(400, "BadRequest", "This image format is not supported.");
    public static readonly OssError NoImm = new(400, "Imm Client", "The specified resource Attachment is not found.");

    public static OssError UnknownKey(string id) => new(403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist in our records.", "0002-00000902", ("OSSAccessKeyId", id));

    public static OssError NoSuchKey(string key) => new(404, "NoSuchKey", "The specified key does not exist.", "0026-00000001", ("Key", key));

    public static OssError NoSuchBucket(string bucket) => new(404, "NoSuchBucket", "The specified bucket does not exist.", "0015-00000101", ("BucketName", bucket));

    public static OssError InvalidArgument(string message, string name, string value, string? ec = null) =>
        new(400, "InvalidArgument", message, ec, ("ArgumentName", name), ("ArgumentValue", value));
}
