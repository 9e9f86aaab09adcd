using MediaFlows.Providers.AlibabaOss.Signing;
using static MediaFlows.Providers.Tests.AlibabaOss.Signing.OssVectors;

namespace MediaFlows.Providers.Tests.AlibabaOss.Signing;

public sealed class OssV4SignerTests
{
    private const string Date = "20250102T030405Z";

    [Fact]
    public void A_processed_read_is_signed_as_the_official_signer_does()
    {
        var request = Request("GET", "images/photo.jpg", [("x-oss-process", Process)], ("x-oss-date", Date), ("x-oss-content-sha256", "UNSIGNED-PAYLOAD"));

        Assert.Equal("fb9728b1e60810c8c3f2db6269c7bf1ec625d15335d04477cffc7026c1cf4a3b", Sha256(OssV4Signer.CanonicalRequest(request)));
        Assert.Equal("5c687f83f551d828512464bc8306f85a70bd9f6c88cd58c03541bccff930085e", OssV4Signer.Signature(request, OssV4Signer.Date(Time), "cn-shanghai", Secret));
    }

    [Fact]
    public void An_async_submit_with_a_session_token_and_a_chinese_key_is_signed_as_the_official_signer_does()
    {
        var request = Request(
            "POST", "videos/中文 a+b.mp4", [("x-oss-async-process", null)], ("x-oss-date", Date), ("x-oss-content-sha256", "UNSIGNED-PAYLOAD"),
            ("x-oss-security-token", Token), ("Content-Type", "application/octet-stream"), ("Content-MD5", "tiQWgCIDdZdqrHoONYjQJA=="), ("Host", "unsigned"));

        Assert.Equal("d5deb82795fc4769dbed2841f14a073ccf66ece206a50f7eee6602c3d91feb06", Sha256(OssV4Signer.CanonicalRequest(request)));
        Assert.Equal("f61c8c826a70fd1f52c7d8c9c19a80d3758d16d395a22dfa630a7cf2b8a67bcd", OssV4Signer.Signature(request, Date, "cn-hangzhou", Secret));
        Assert.Equal(
            $"OSS4-HMAC-SHA256 Credential={AccessKey}/20250102/cn-hangzhou/oss/aliyun_v4_request,Signature=f61c8c826a70fd1f52c7d8c9c19a80d3758d16d395a22dfa630a7cf2b8a67bcd",
            OssV4Signer.Authorization(request, Date, "cn-hangzhou", AccessKey, Secret));
    }

    [Fact]
    public void A_presigned_process_url_carries_the_official_signature()
    {
        var query = OssV4Signer.Presign(Request("GET", "images/photo.jpg", [("x-oss-process", Process)]), Time, 3600, "cn-shanghai", AccessKey, Secret, null);

        Assert.Equal(("x-oss-signature", "4d325a7fdaaeeeb26d99f5bfff8b30613557cfddf912931210a8d1cabbd59531"), (query[^1].Key, query[^1].Value));
        Assert.Equal(
            "4d7ebc1f7ab96a7a2f68bbf55bc225b8f2cd4c0d74f68c4be94b10208214ef88",
            Sha256(OssV4Signer.CanonicalRequest(Request("GET", "images/photo.jpg", [.. query.SkipLast(1).Select(q => (q.Key, q.Value))]))));
    }

    [Fact]
    public void A_presigned_url_with_a_session_token_carries_the_official_signature()
    {
        var query = OssV4Signer.Presign(Request("GET", "output/result.webp", []), Time, 86400, "cn-hangzhou", AccessKey, Secret, Token);

        Assert.Equal("59f6f7a3c29561a9028c504dc4610fad10cca6dce2b6a4669ab373310a562aa6", query[^1].Value);
        Assert.Equal(
            "71ff4a16a93c3e8119c089d8e3b3d6529cfca43df4ebd6e4edfc27ab9ee58067",
            Sha256(OssV4Signer.CanonicalRequest(Request("GET", "output/result.webp", [.. query.SkipLast(1).Select(q => (q.Key, q.Value))]))));
    }

    [Theory]
    [InlineData(1702743657L, "", "e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe")]
    [InlineData(1702747512L, "abc,zabc", "4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f")]
    public void The_published_vectors_of_the_official_sdk_hold(long epoch, string additional, string signature)
    {
        var date = OssV4Signer.Date(DateTimeOffset.FromUnixTimeSeconds(epoch));
        var request = new OssSigningRequest(
            "PUT", "bucket", "1234+-/123/1.txt",
            [new("param1", "value1"), new("+param1", "value3"), new("|param1", "value4"), new("+param2", ""), new("|param2", ""), new("param2", "")],
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["x-oss-head1"] = "value", ["abc"] = "value", ["ZAbc"] = "value", ["XYZ"] = "value", ["content-type"] = "text/plain",
                ["x-oss-content-sha256"] = "UNSIGNED-PAYLOAD", ["x-oss-date"] = date,
            });

        string[] names = additional.Length == 0 ? [] : ["ZAbc", "abc", "content-type"];
        Assert.Equal(signature, OssV4Signer.Signature(request, date, "cn-hangzhou", "sk", names));
        if (additional.Length > 0)
            Assert.Contains(",AdditionalHeaders=abc;zabc,", OssV4Signer.Authorization(request, date, "cn-hangzhou", "ak", "sk", names), StringComparison.Ordinal);
    }

    [Fact]
    public void A_url_longer_than_seven_days_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OssV4Signer.Presign(Request("GET", "a", []), Time, 604_801, "cn-hangzhou", AccessKey, Secret, null));
}
