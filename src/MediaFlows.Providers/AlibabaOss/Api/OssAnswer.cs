using System.Globalization;
using MediaFlows.Providers.AlibabaOss.Checksums;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>A successful answer; its body is read by the caller.</summary>
internal sealed class OssAnswer(HttpResponseMessage message) : IDisposable
{
    public HttpContent Content => message.Content;

    public string? RequestId => Header("x-oss-request-id");

    public ulong? Crc64 => Crc64Stream.Parse(Header("x-oss-hash-crc64ecma"));

    public string? ETag => message.Headers.ETag?.Tag ?? Header("ETag");

    public bool IsPartial => message.StatusCode == System.Net.HttpStatusCode.PartialContent;

    public DateTimeOffset? LastModified =>
        message.Content.Headers.LastModified ?? (DateTimeOffset.TryParse(Header("Last-Modified"), CultureInfo.InvariantCulture, out var time) ? time : null);

    public string? Header(string name) => message.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    public void Dispose() => message.Dispose();
}
