using System.Globalization;
using System.Text;
using System.Xml.Linq;
using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>Uploads in parts: InitiateMultipartUpload, UploadPart, CompleteMultipartUpload, AbortMultipartUpload.</summary>
public sealed class MultipartClient(OssTransport transport)
{
    /// <summary>InitiateMultipartUpload; returns the upload id.</summary>
    public async Task<string> BeginAsync(OssPlace place, string key, string contentType, CancellationToken cancellationToken)
    {
        var call = new OssCall("InitiateMultipartUpload", HttpMethod.Post, place, key) { Query = [new("uploads", null)], Content = () => new ByteArrayContent([]), ContentType = contentType };
        using var answer = await transport.SendAsync(call, cancellationToken);
        var root = await OssXml.ReadAsync(call.Action, answer, cancellationToken);
        return (string?)root.Element("UploadId") is { Length: > 0 } id
            ? id
            : throw new FlowException(new FlowError(ErrorCodes.ProviderAnswerUnreadable, "InitiateMultipartUpload: the answer has no UploadId.") { Provider = OssNames.Provider });
    }

    /// <summary>UploadPart: streams one part and compares checksums. Sending a number again replaces it.</summary>
    public async Task<PartReceipt> SendAsync(
        OssPlace place, string key, string uploadId, int number, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken)
    {
        var body = new SummedContent(open, length);
        var call = new OssCall("UploadPart", HttpMethod.Put, place, key)
        {
            Query = [new("partNumber", number.ToString(CultureInfo.InvariantCulture)), new("uploadId", uploadId)],
            Content = body.Renew,
        };
        using var answer = await transport.SendAsync(call, cancellationToken);
        body.Check(call.Action, answer.Crc64);
        return new PartReceipt(number, answer.ETag ?? "", body.Crc64, length);
    }

    /// <summary>CompleteMultipartUpload. Returns the checksum of the whole as the service has it (null when it does not say) and the request id.</summary>
    public async Task<(ulong? Crc64, string? RequestId)> CompleteAsync(
        OssPlace place, string key, string uploadId, IReadOnlyList<PartReceipt> parts, CancellationToken cancellationToken)
    {
        var body = new XElement(
            "CompleteMultipartUpload",
            parts.OrderBy(p => p.Number).Select(p => new XElement("Part", new XElement("PartNumber", p.Number), new XElement("ETag", p.ETag))));
        var bytes = Encoding.UTF8.GetBytes(body.ToString(SaveOptions.DisableFormatting));
        var call = new OssCall("CompleteMultipartUpload", HttpMethod.Post, place, key)
        {
            Query = [new("uploadId", uploadId)], Content = () => new ByteArrayContent(bytes), ContentType = "application/xml",
        };
        using var answer = await transport.SendAsync(call, cancellationToken);
        return (answer.Crc64, answer.RequestId);
    }

    /// <summary>AbortMultipartUpload; an upload that is gone is no error.</summary>
    public async Task AbortAsync(OssPlace place, string key, string uploadId, CancellationToken cancellationToken)
    {
        try
        {
            var call = new OssCall("AbortMultipartUpload", HttpMethod.Delete, place, key) { Query = [new("uploadId", uploadId)] };
            using var answer = await transport.SendAsync(call, cancellationToken);
        }
        catch (FlowException e) when (e.Error.ProviderCode == "NoSuchUpload")
        {
        }
    }
}
