using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>Uploads in parts, with the service's rules: the part size is only checked at the end.</summary>
internal sealed class MultipartApi(OssState state)
{
    private const long MinPart = 100 * 1024;

    public Task InitiateAsync(OssRequest request)
    {
        var type = request.Header("Content-Type") is { Length: > 0 } t ? t : "application/octet-stream";
        var upload = new MultipartUpload(state.NewId("upload"), request.Bucket!, request.Key, type);
        state.Uploads[upload.Id] = upload;
        return OssAnswer.XmlAsync(request.Http, 200, new XElement(
            "InitiateMultipartUploadResult", new XElement("Bucket", upload.Bucket), new XElement("Key", KeyOf(request, upload)), new XElement("UploadId", upload.Id)));
    }

    public async Task PutPartAsync(OssRequest request)
    {
        var upload = Require(request);
        if (!int.TryParse(request["partNumber"], out var number) || number is < 1 or > 10_000)
            throw new OssErrorException(OssError.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive.", "partNumber", request["partNumber"] ?? ""));
        var part = await state.Objects.PutPartAsync(upload, number, request.Http.Request.Body, request.Http.RequestAborted);
        ObjectApi.CheckMd5(request, part.ETag, () => { });
        upload.Parts[number] = part;
        request.Http.Response.Headers.ETag = $"\"{part.ETag}\"";
        request.Http.Response.Headers["x-oss-hash-crc64ecma"] = part.Crc64.ToString(CultureInfo.InvariantCulture);
    }

    public async Task CompleteAsync(OssRequest request)
    {
        var upload = Require(request);
        var parts = request.Header("x-oss-complete-all") == "yes"
            ? [.. upload.Parts.OrderBy(p => p.Key).Select(p => p.Value)]
            : await ListedAsync(request, upload);
        if (parts.Count == 0) throw new OssErrorException(OssError.MalformedXml);
        if (parts.SkipLast(1).Any(p => p.Length < MinPart))
            throw new OssErrorException(new OssError(400, "EntityTooSmall", "Your proposed upload smaller than the minimum allowed size."));
        if (!state.Uploads.TryRemove(upload.Id, out _)) throw new OssErrorException(OssError.NoSuchUpload);
        var stored = await state.Objects.CompleteAsync(upload, parts, request.Http.RequestAborted);
        request.Http.Response.Headers.ETag = $"\"{stored.ETag}\"";
        request.Http.Response.Headers["x-oss-hash-crc64ecma"] = stored.Crc64.ToString(CultureInfo.InvariantCulture);
        await OssAnswer.XmlAsync(request.Http, 200, new XElement(
            "CompleteMultipartUploadResult",
            new XElement("Location", $"http://{request.Http.Request.Host}/{upload.Bucket}/{Uri.EscapeDataString(upload.Key)}"),
            new XElement("Bucket", upload.Bucket), new XElement("Key", KeyOf(request, upload)), new XElement("ETag", $"\"{stored.ETag}\"")));
    }

    public Task AbortAsync(OssRequest request)
    {
        var upload = Require(request);
        state.Uploads.TryRemove(upload.Id, out _);
        state.Objects.Forget(upload);
        request.Http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    public Task ListAsync(OssRequest request)
    {
        var upload = Require(request);
        var after = int.TryParse(request["part-number-marker"], out var marker) ? marker : 0;
        var max = int.TryParse(request["max-parts"], out var m) ? m : 1000;
        var all = upload.Parts.Where(p => p.Key > after).OrderBy(p => p.Key).ToList();
        var page = all.Take(max).ToList();
        return OssAnswer.XmlAsync(request.Http, 200, new XElement(
            "ListPartsResult",
            new XElement("Bucket", upload.Bucket), new XElement("Key", upload.Key), new XElement("UploadId", upload.Id),
            new XElement("NextPartNumberMarker", page.Count == 0 ? after : page[^1].Key), new XElement("MaxParts", max),
            new XElement("IsTruncated", all.Count > page.Count ? "true" : "false"),
            page.Select(p => new XElement(
                "Part",
                new XElement("PartNumber", p.Key), new XElement("LastModified", BucketApi.Time(p.Value.LastModified)),
                new XElement("ETag", $"\"{p.Value.ETag}\""), new XElement("HashCrc64ecma", p.Value.Crc64), new XElement("Size", p.Value.Length)))));
    }

    private static string KeyOf(OssRequest request, MultipartUpload upload) => request["encoding-type"] == "url" ? Uri.EscapeDataString(upload.Key) : upload.Key;

    private MultipartUpload Require(OssRequest request) =>
        state.Uploads.TryGetValue(request["uploadId"] ?? "", out var upload) && upload.Bucket == request.Bucket && upload.Key == request.Key
            ? upload
            : throw new OssErrorException(OssError.NoSuchUpload);

    private static async Task<List<StoredObject>> ListedAsync(OssRequest request, MultipartUpload upload)
    {
        XElement root;
        try
        {
            root = await XElement.LoadAsync(request.Http.Request.Body, LoadOptions.None, request.Http.RequestAborted);
        }
        catch (XmlException)
        {
            throw new OssErrorException(OssError.MalformedXml);
        }

        var parts = new List<StoredObject>();
        var last = 0;
        foreach (var element in root.Elements("Part"))
        {
            var number = (int?)element.Element("PartNumber") ?? 0;
            if (number <= last) throw new OssErrorException(new OssError(400, "InvalidPartOrder", "The list of parts was not in ascending order."));
            last = number;
            var etag = ((string?)element.Element("ETag") ?? "").Trim('"');
            if (!upload.Parts.TryGetValue(number, out var part) || !string.Equals(part.ETag, etag, StringComparison.OrdinalIgnoreCase))
                throw new OssErrorException(new OssError(400, "InvalidPart", "One or more of the specified parts could not be found.", null, ("PartNumber", number.ToString(CultureInfo.InvariantCulture))));
            parts.Add(part);
        }

        return parts;
    }
}
