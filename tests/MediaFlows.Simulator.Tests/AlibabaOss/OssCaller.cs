using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using MediaFlows.Simulator.AlibabaOss;

namespace MediaFlows.Simulator.Tests.AlibabaOss;

/// <summary>Calls the simulated object API with V1 signatures.</summary>
internal sealed class OssCaller(Uri baseUri, TimeProvider time, string bucket = OssAccount.Bucket, string secret = OssAccount.AccessKeySecret) : IDisposable
{
    private readonly HttpClient _http = new();

    public Task<HttpResponseMessage> PutAsync(string key, byte[] content, string type = "application/octet-stream") => SendAsync(HttpMethod.Put, key, "", content, type);

    public Task<HttpResponseMessage> GetAsync(string key, string query = "") => SendAsync(HttpMethod.Get, key, query, null, "");

    public Task<HttpResponseMessage> PostAsync(string key, string query, string body) => SendAsync(HttpMethod.Post, key, query, Encoding.UTF8.GetBytes(body), "text/plain");

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string key, string query, byte[]? content, string type, string? host = null)
    {
        var date = time.GetUtcNow().ToString("R");
        var resource = $"/{bucket}/{key}" + (query.Length == 0 ? "" : "?" + Uri.UnescapeDataString(query));
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{method}\n\n{type}\n{date}\nx-oss-date:{date}\n{resource}")));
        var path = host is null ? $"{bucket}/{key}" : key;
        using var request = new HttpRequestMessage(method, new Uri(baseUri, path + (query.Length == 0 ? "" : "?" + query)));
        request.Headers.Host = host;
        request.Headers.TryAddWithoutValidation("x-oss-date", date);
        request.Headers.TryAddWithoutValidation("Authorization", $"OSS {OssAccount.AccessKeyId}:{signature}");
        if (content is not null)
        {
            request.Content = new ByteArrayContent(content);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _http.Dispose();
}
