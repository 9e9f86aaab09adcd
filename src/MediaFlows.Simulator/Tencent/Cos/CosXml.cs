using System.Xml.Linq;

namespace MediaFlows.Simulator.Tencent.Cos;

/// <summary>The storage's XML documents.</summary>
internal static class CosXml
{
    public static XElement Error(CosException e, string path, string requestId) => new(
        "Error",
        new XElement("Code", e.Code),
        new XElement("Message", e.Message),
        new XElement("Resource", path),
        new XElement("RequestId", requestId),
        new XElement("TraceId", requestId));

    public static XElement Initiated(string bucket, string path, string uploadId) => new(
        "InitiateMultipartUploadResult",
        new XElement("Bucket", bucket),
        new XElement("Key", path.TrimStart('/')),
        new XElement("UploadId", uploadId));

    public static XElement Completed(string bucket, string path, string etag) => new(
        "CompleteMultipartUploadResult",
        new XElement("Location", $"{bucket}.cos.ap-guangzhou.myqcloud.com{path}"),
        new XElement("Bucket", bucket),
        new XElement("Key", path.TrimStart('/')),
        new XElement("ETag", etag));

    public static XElement Uploads(string bucket, IEnumerable<(string Id, string Path)> uploads) => new(
        "ListMultipartUploadsResult",
        new XElement("Bucket", bucket),
        new XElement("IsTruncated", "false"),
        uploads.Select(u => new XElement("Upload", new XElement("Key", u.Path.TrimStart('/')), new XElement("UploadId", u.Id))));

    public static XElement Parts(string bucket, string uploadId, MultipartUpload upload) => new(
        "ListPartsResult",
        new XElement("Bucket", bucket),
        new XElement("Key", upload.Path.TrimStart('/')),
        new XElement("UploadId", uploadId),
        new XElement("IsTruncated", "false"),
        upload.Parts.Select(p => new XElement("Part", new XElement("PartNumber", p.Key), new XElement("ETag", $"\"{p.Value.Md5}\""), new XElement("Size", p.Value.Length))));

    public static async Task<IEnumerable<(int Number, string ETag)>> ReadPartsAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            var xml = await XElement.LoadAsync(body, LoadOptions.None, cancellationToken);
            return [.. xml.Elements("Part").Select(p => ((int)p.Element("PartNumber")!, ((string)p.Element("ETag")!).Trim('"').ToLowerInvariant()))];
        }
        catch (Exception e) when (e is System.Xml.XmlException or ArgumentNullException or FormatException)
        {
            throw new CosException(400, "MalformedXML", "The list of parts cannot be read.");
        }
    }
}
