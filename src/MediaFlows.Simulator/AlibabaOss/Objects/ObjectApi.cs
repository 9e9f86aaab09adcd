using System.Globalization;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>Single objects: put, get, head, delete.</summary>
internal sealed class ObjectApi(OssState state)
{
    public async Task PutAsync(OssRequest request)
    {
        var http = request.Http;
        if (request.Header("x-oss-forbid-overwrite") == "true" && state.Objects.Find(request.Bucket!, request.Key) is not null)
            throw new OssErrorException(new OssError(409, "FileAlreadyExists", "The object you specified already exists and can not be overwritten."));
        var meta = http.Request.Headers.Where(h => h.Key.StartsWith("x-oss-meta-", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var type = request.Header("Content-Type") is { Length: > 0 } t ? t : "application/octet-stream";
        var stored = await state.Objects.PutAsync(request.Bucket!, request.Key, http.Request.Body, type, meta, http.RequestAborted);
        CheckMd5(request, stored.ETag, () => state.Objects.Delete(request.Bucket!, request.Key));
        http.Response.Headers.ETag = $"\"{stored.ETag}\"";
        http.Response.Headers["Content-MD5"] = Convert.ToBase64String(Convert.FromHexString(stored.ETag));
        http.Response.Headers["x-oss-hash-crc64ecma"] = stored.Crc64.ToString(CultureInfo.InvariantCulture);
    }

    public async Task GetAsync(OssRequest request)
    {
        var stored = state.Objects.Find(request.Bucket!, request.Key) ?? throw new OssErrorException(OssError.NoSuchKey(request.Key));
        WriteHeaders(request.Http, stored);
        await SendAsync(request.Http, stored.Path, request["response-content-type"] ?? stored.ContentType);
    }

    public Task DeleteAsync(OssRequest request)
    {
        state.Objects.Delete(request.Bucket!, request.Key);
        request.Http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    internal static void WriteHeaders(HttpContext http, StoredObject stored)
    {
        var headers = http.Response.Headers;
        headers.ETag = $"\"{stored.ETag}\"";
        headers.LastModified = stored.LastModified.ToString("R", CultureInfo.InvariantCulture);
        headers["x-oss-object-type"] = stored.Type;
        headers["x-oss-storage-class"] = "Standard";
        headers["x-oss-hash-crc64ecma"] = stored.Crc64.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in stored.Meta) headers[name] = value;
    }

    internal static async Task SendAsync(HttpContext http, string path, string contentType)
    {
        var length = new FileInfo(path).Length;
        var (from, to) = Range(http.Request.Headers.Range.ToString(), length);
        http.Response.StatusCode = to - from + 1 == length ? 200 : 206;
        if (http.Response.StatusCode == 206) http.Response.Headers.ContentRange = $"bytes {from}-{to}/{length}";
        http.Response.Headers.AcceptRanges = "bytes";
        http.Response.ContentType = contentType;
        http.Response.ContentLength = to - from + 1;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.SendFileAsync(path, from, to - from + 1, http.RequestAborted);
    }

    internal static void CheckMd5(OssRequest request, string etag, Action undo)
    {
        if (request.Header("Content-MD5") is not { Length: > 0 } expected || expected == Convert.ToBase64String(Convert.FromHexString(etag))) return;
        undo();
        throw new OssErrorException(new OssError(400, "InvalidDigest", "The Content-MD5 you specified was invalid."));
    }

    private static (long From, long To) Range(string header, long length)
    {
        if (!header.StartsWith("bytes=", StringComparison.Ordinal)) return (0, length - 1);
        var parts = header["bytes=".Length..].Split('-');
        if (parts.Length != 2 || !long.TryParse(parts[0], out var from) || from >= length) return (0, length - 1);
        return (from, long.TryParse(parts[1], out var to) ? Math.Min(to, length - 1) : length - 1);
    }
}
