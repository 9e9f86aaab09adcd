using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using MediaFlows.Simulator.Tencent.Auth;
using MediaFlows.Simulator.Tencent.State;
using Microsoft.AspNetCore.Http.Features;

namespace MediaFlows.Simulator.Tencent.Cos;

/// <summary>The part of COS that uploads use: whole objects, multipart uploads, and looking at either. Signatures are checked first.</summary>
internal sealed class CosEndpoint(TencentState state)
{
    private const long LeastPart = 1024 * 1024;
    private readonly Dictionary<string, MultipartUpload> _uploads = new(StringComparer.Ordinal);

    /// <summary>Key of an object in the file store.</summary>
    public static string FileKey(string path) => "cos" + path;

    public async Task HandleAsync(HttpContext http)
    {
        var path = DecodedPath(http);
        http.Response.Headers["x-cos-request-id"] = state.Ids.RequestId();
        http.Response.Headers.Date = state.Now.ToString("R");
        try
        {
            CosVerifier.Verify(state, http.Request, path);
            await RunAsync(http, path);
        }
        catch (CosException e)
        {
            await WriteAsync(http, e.Status, CosXml.Error(e, path, http.Response.Headers["x-cos-request-id"].ToString()));
        }
    }

    private Task RunAsync(HttpContext http, string path) => CosOperations.NameOf(http.Request) switch
    {
        "PUT object" => PutAsync(http, FileKey(path)),
        "HEAD object" => HeadAsync(http, path),
        "POST uploads" => StartAsync(http, path),
        "PUT part" => PutPartAsync(http),
        "POST complete" => CompleteAsync(http),
        "DELETE upload" => AbortAsync(http),
        "GET uploads" => WriteAsync(http, 200, CosXml.Uploads(SimulatedAccount.Bucket, List(http.Request.Query["prefix"].ToString()))),
        "GET parts" => WriteAsync(http, 200, CosXml.Parts(SimulatedAccount.Bucket, http.Request.Query["uploadId"].ToString(), Require(http))),
        "GET object" => throw new CosException(404, "NoSuchKey", "The object is read from its public address."),
        _ => throw new CosException(405, "MethodNotAllowed", "The storage does not do that."),
    };

    private async Task<string> PutAsync(HttpContext http, string key)
    {
// The service's protocol prescribes this digest; no secret rests on its strength here.
#pragma warning disable CA5351
        using var md5 = MD5.Create();
#pragma warning restore CA5351
        await using var hashing = new CryptoStream(http.Request.Body, md5, CryptoStreamMode.Read, leaveOpen: true);
        var length = await state.Cloud.Files.WriteAsync(key, hashing, http.RequestAborted);
        if (http.Request.ContentLength is { } announced && announced != length) throw new CosException(400, "IncompleteBody", "The body is shorter than announced.");
        var hash = Convert.ToHexStringLower(md5.Hash!);
        if (http.Request.Headers.ContentMD5.ToString() is { Length: > 0 } sent && sent != Convert.ToBase64String(md5.Hash!))
        {
            state.Cloud.Files.Delete(key);
            throw new CosException(400, "BadDigest", "The body's MD5 is not the announced one.");
        }

        http.Response.Headers.ETag = $"\"{hash}\"";
        return hash;
    }

    private Task HeadAsync(HttpContext http, string path)
    {
        if (state.Cloud.Files.Find(FileKey(path)) is { } file) http.Response.ContentLength = new FileInfo(file).Length;
        else http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private Task StartAsync(HttpContext http, string path)
    {
        var id = state.Now.ToUnixTimeSeconds() + state.Ids.Hex();
        lock (_uploads) _uploads[id] = new MultipartUpload(path);
        return WriteAsync(http, 200, CosXml.Initiated(SimulatedAccount.Bucket, path, id));
    }

    private async Task PutPartAsync(HttpContext http)
    {
        var upload = Require(http);
        var number = int.Parse(http.Request.Query["partNumber"].ToString());
        if (number is < 1 or > 10000) throw new CosException(400, "InvalidArgument", "Part numbers run from 1 to 10000.");
        var key = PartKey(http.Request.Query["uploadId"].ToString(), number);
        var md5 = await PutAsync(http, key);
        lock (_uploads) upload.Parts[number] = (md5, new FileInfo(state.Cloud.Files.Find(key)!).Length);
    }

    private async Task CompleteAsync(HttpContext http)
    {
        var id = http.Request.Query["uploadId"].ToString();
        var upload = Require(http);
        var wanted = (await CosXml.ReadPartsAsync(http.Request.Body, http.RequestAborted)).ToList();
        var known = wanted.ConvertAll(w => upload.Parts.TryGetValue(w.Number, out var p) && p.Md5 == w.ETag ? p : throw new CosException(400, "InvalidPart", $"Part {w.Number} is not there."));
        if (wanted.Count == 0 || !wanted.Select(w => w.Number).SequenceEqual(wanted.Select(w => w.Number).Order())) throw new CosException(400, "InvalidPartOrder", "Parts are out of order.");
        if (known.SkipLast(1).Any(p => p.Length < LeastPart)) throw new CosException(400, "EntityTooSmall", "A part is smaller than 1 MB.");
        await using (var all = new PartsStream([.. wanted.Select(w => state.Cloud.Files.Find(PartKey(id, w.Number))!)]))
            await state.Cloud.Files.WriteAsync(FileKey(upload.Path), all, http.RequestAborted);
        Forget(id, upload);
// The service's protocol prescribes this digest; no secret rests on its strength here.
#pragma warning disable CA5351
        var etag = Convert.ToHexStringLower(MD5.HashData([.. known.SelectMany(p => Convert.FromHexString(p.Md5))]));
#pragma warning restore CA5351
        await WriteAsync(http, 200, CosXml.Completed(SimulatedAccount.Bucket, upload.Path, $"\"{etag}-{wanted.Count}\""));
    }

    private Task AbortAsync(HttpContext http)
    {
        Forget(http.Request.Query["uploadId"].ToString(), Require(http));
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private MultipartUpload Require(HttpContext http)
    {
        lock (_uploads) return _uploads.GetValueOrDefault(http.Request.Query["uploadId"].ToString()) ?? throw new CosException(404, "NoSuchUpload", "The upload is not known.");
    }

    private List<(string Id, string Path)> List(string prefix)
    {
        lock (_uploads) return [.. _uploads.Where(u => u.Value.Path.TrimStart('/').StartsWith(prefix.TrimStart('/'), StringComparison.Ordinal)).Select(u => (u.Key, u.Value.Path))];
    }

    private void Forget(string id, MultipartUpload upload)
    {
        foreach (var number in upload.Parts.Keys) state.Cloud.Files.Delete(PartKey(id, number));
        lock (_uploads) _uploads.Remove(id);
    }

    private static string PartKey(string id, int number) => $"part/{id}/{number}";

    private static Task WriteAsync(HttpContext http, int status, XElement xml)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        return http.Request.Method == "HEAD" ? Task.CompletedTask : http.Response.WriteAsync(xml.ToString(SaveOptions.DisableFormatting), Encoding.UTF8);
    }

    private static string DecodedPath(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (Uri.TryCreate(target, UriKind.Absolute, out var absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal)) target = absolute.PathAndQuery;
        return Uri.UnescapeDataString(target.Split('?')[0]);
    }
}
