using MediaFlows.Providers.AlibabaOss.Signing;
using static MediaFlows.Providers.Tests.AlibabaOss.Signing.OssVectors;

namespace MediaFlows.Providers.Tests.AlibabaOss.Signing;

public sealed class OssV1SignerTests
{
    private const string Date = "Thu, 02 Jan 2025 03:04:05 GMT";

    [Fact]
    public void A_header_signature_with_the_oss_date_matches()
    {
        var request = Request("POST", "images/photo.jpg", [("x-oss-process", null)], ("Content-Type", "image/jpeg"), ("Content-MD5", "Qy6B/7/kpAZZZ76R/30mkQ=="), ("x-oss-date", Date));
        Assert.Equal("WUitcDCa0fkugPnVL7lC4etx+N4=", OssV1Signer.Signature(request, Date, Secret));
        Assert.Equal($"OSS {AccessKey}:WUitcDCa0fkugPnVL7lC4etx+N4=", OssV1Signer.Authorization(request, Date, AccessKey, Secret));
    }

    [Fact]
    public void A_header_signature_with_the_plain_date_matches()
    {
        var request = Request("POST", "images/photo.jpg", [("x-oss-process", null)], ("Content-Type", "image/jpeg"), ("Content-MD5", "Qy6B/7/kpAZZZ76R/30mkQ=="), ("Date", Date));
        Assert.Equal("1wyXiGHm8lIXkVLW4q+qOGL6Ccc=", OssV1Signer.Signature(request, Date, Secret));
    }

    [Fact]
    public void A_presigned_process_url_matches()
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds(1735790645);
        var request = Request("GET", "images/photo.jpg", [("x-oss-process", Process)]);
        Assert.Equal($"GET\n\n\n1735790645\n/my-media-bucket/images/photo.jpg?x-oss-process={Process}", OssV1Signer.StringToSign(request, "1735790645"));
        var query = OssV1Signer.Presign(request, expires, AccessKey, Secret, null).ToDictionary(p => p.Key, p => p.Value);
        Assert.Equal("3peSnBzdgYnKowolau0z/gyIzPQ=", query["Signature"]);
        Assert.Equal(AccessKey, query["OSSAccessKeyId"]);
    }

    [Fact]
    public void The_session_token_of_a_presigned_url_is_signed()
    {
        var query = OssV1Signer.Presign(Request("GET", "output/result.webp", []), DateTimeOffset.FromUnixTimeSeconds(1735873445), AccessKey, Secret, Token);
        Assert.Equal("T9EitOFreZL6jHEZhcr4VhlAwPU=", query[^1].Value);
        Assert.Contains(new KeyValuePair<string, string?>("security-token", Token), query);
    }
}
