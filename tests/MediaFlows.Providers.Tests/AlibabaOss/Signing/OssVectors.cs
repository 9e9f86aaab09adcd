using MediaFlows.Providers.AlibabaOss.Signing;

namespace MediaFlows.Providers.Tests.AlibabaOss.Signing;

/// <summary>The account, time and process string of the reference's test vectors.</summary>
internal static class OssVectors
{
    public const string AccessKey = "LTAI5tTestAccessKey00001";
    public const string Secret = "TestSecretKey0000000000000000001";
    public const string Token = "CAIS-test-token/with+chars==";
    public const string Bucket = "my-media-bucket";
    public const string Process = "image/resize,w_600/watermark,text_Q29weXJpZ2h0IDIwMjY,g_se,t_60,size_30,type_d3F5LW1pY3JvaGVp";

    public static readonly DateTimeOffset Time = new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static OssSigningRequest Request(string method, string key, (string Name, string? Value)[] query, params (string Name, string Value)[] headers) => new(
        method, Bucket, key, [.. query.Select(q => new KeyValuePair<string, string?>(q.Name, q.Value))],
        headers.ToDictionary(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase));

    public static string Sha256(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
