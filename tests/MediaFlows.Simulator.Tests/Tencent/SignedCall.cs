using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Tencent.State;

namespace MediaFlows.Simulator.Tests.Tencent;

/// <summary>Calls the simulated API with a signature of its own making, so that each part of it can be wrong on purpose.</summary>
internal sealed class SignedCall(CloudContext cloud)
{
    private static readonly HttpClient Http = new();

    public string Action { get; init; } = "DescribeSubAppIds";

    public string Version { get; init; } = "2018-07-17";

    public string SecretId { get; init; } = SimulatedAccount.SecretId;

    public string SecretKey { get; init; } = SimulatedAccount.SecretKey;

    public TimeSpan Skew { get; init; }

    public string SignedHeaders { get; init; } = "content-type;host";

    public bool Authorized { get; init; } = true;

    /// <summary>Sends <paramref name="body"/>, or other bytes than those that were signed.</summary>
    public async Task<JsonNode> SendAsync(string body, string? sentInstead = null)
    {
        var now = (cloud.Time.GetUtcNow() + Skew).ToUnixTimeSeconds();
        var host = cloud.BaseUri.Authority;
        using var request = new HttpRequestMessage(HttpMethod.Post, cloud.BaseUri) { Content = new StringContent(sentInstead ?? body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-TC-Action", Action);
        request.Headers.Add("X-TC-Version", Version);
        request.Headers.Add("X-TC-Timestamp", now.ToString());
        request.Headers.Add("X-TC-Region", "ap-guangzhou");
        if (Authorized) request.Headers.TryAddWithoutValidation("Authorization", Sign(body, host, now));
        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["Response"]!;
    }

    public async Task<string?> CodeAsync(string body = "{}", string? sentInstead = null) => (await SendAsync(body, sentInstead))["Error"]?["Code"]?.ToString();

    private string Sign(string body, string host, long now)
    {
        var day = DateTimeOffset.FromUnixTimeSeconds(now).ToString("yyyy-MM-dd");
        var canonical = $"POST\n/\n\ncontent-type:application/json\nhost:{host}\n\n{SignedHeaders}\n{Hash(body)}";
        var text = $"TC3-HMAC-SHA256\n{now}\n{day}/vod/tc3_request\n{Hash(canonical)}";
        var key = Mac(Mac(Mac(Encoding.UTF8.GetBytes("TC3" + SecretKey), day), "vod"), "tc3_request");
        return $"TC3-HMAC-SHA256 Credential={SecretId}/{day}/vod/tc3_request, SignedHeaders={SignedHeaders}, Signature={Convert.ToHexStringLower(Mac(key, text))}";
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
