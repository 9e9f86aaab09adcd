using MediaFlows.Providers.Tencent.Api.Signing;

namespace MediaFlows.Providers.Tests.Tencent.Api;

/// <summary>The reference's vectors C1 to C6, made by the official COS Node SDK's signer.</summary>
public sealed class CosSignerTests
{
    private const string Host = "vodexample-1300000001.cos.ap-guangzhou.myqcloud.com";
    private const string Path = "/d1f2e3c4vodcq1300000001/5285485487985271487/f0.mp4";
    private const string UploadId = "1767225600abcdef0123456789";
    private const long Start = 1767225600;
    private const long End = 1767229200;
    private static readonly TencentCredential Key = new("AKIDTMPEXAMPLE000000000000000000001", "tmpExampleSecretKey00000000000001");

    public static TheoryData<string, string, string, string, string, string, string> Vectors => new()
    {
        { "PUT", Path, "", "x-cos-security-token=tmpTokenExample/0001==", $"put\n{Path}\n\nhost={Host}&x-cos-security-token=tmpTokenExample%2F0001%3D%3D\n", "34b1939fef12eb02fdfc79873795ffeeb1c9404d", "77d5a7fb44c3789d1aa0da49a1339f0b4a9c3348" },
        { "PUT", Path, "", "Content-Length=1048576|Content-Type=video/mp4", $"put\n{Path}\n\ncontent-length=1048576&content-type=video%2Fmp4&host={Host}\n", "ca43a7276b9807edb5a8c12dc56ccba1d8ba6924", "b18c753a6ee53a77d3959dc7443f1e490d8df3de" },
        { "POST", Path, "uploads=", "", $"post\n{Path}\nuploads=\nhost={Host}\n", "5a6872a2bc6d47aa32f1daa7dbb4fb6b0ac31290", "8ae4515f2c7213402ba7f46eabe77503d7d8991b" },
        { "PUT", Path, $"partNumber=2|uploadId={UploadId}", "Content-Length=1048576", $"put\n{Path}\npartnumber=2&uploadid={UploadId}\ncontent-length=1048576&host={Host}\n", "f24afdfdc18f3af5042b3c49c141d5ff857891e6", "95c2875ba7d2ae0130b9dcfeacca9955dc0b9c89" },
        { "POST", Path, $"uploadId={UploadId}", "Content-MD5=1B2M2Y8AsgTpgAmY7PhCfg==|Content-Type=application/xml", $"post\n{Path}\nuploadid={UploadId}\ncontent-md5=1B2M2Y8AsgTpgAmY7PhCfg%3D%3D&content-type=application%2Fxml&host={Host}\n", "87eead4ffd904dca4320b677148df0befdb1dc1e", "e58385b13e2401965e9576b7c17c820af7ea8515" },
        { "PUT", "/d1f2/片头 (1).mp4", "", "", $"put\n/d1f2/片头 (1).mp4\n\nhost={Host}\n", "12ca8ab104c4738120c07f7bd9e17da9fcd009af", "83e3665d53647e6f4ccaa24c5442b7776ad642f1" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Every_vector_of_the_reference_is_reproduced(string method, string path, string query, string headers, string format, string formatHash, string signature)
    {
        var actual = CosSigner.Sign(Key, new CosRequest(method, path) { Query = Read(query), Headers = Read(headers + "|Host=" + Host) }, Start, End);

        Assert.Equal("d66ebab1fce30cfc16a6e31596c19c01fe048212", actual.SignKey);
        Assert.Equal(format, actual.FormatString);
        Assert.Equal(formatHash, actual.FormatHash);
        Assert.Equal(signature, actual.Value);
    }

    [Fact]
    public void The_header_lists_what_was_signed()
    {
        var actual = CosSigner.Sign(Key, new CosRequest("PUT", Path) { Headers = Read("x-cos-security-token=tmpTokenExample/0001==|host=" + Host) }, Start, End);

        Assert.Equal(
            "q-sign-algorithm=sha1&q-ak=AKIDTMPEXAMPLE000000000000000000001&q-sign-time=1767225600;1767229200&q-key-time=1767225600;1767229200" +
            "&q-header-list=host;x-cos-security-token&q-url-param-list=&q-signature=77d5a7fb44c3789d1aa0da49a1339f0b4a9c3348",
            actual.Authorization);
    }

    [Fact]
    public void Headers_without_a_value_are_left_out()
    {
        var actual = CosSigner.Sign(Key, new CosRequest("PUT", Path) { Headers = Read("host=" + Host + "|cache-control=") }, Start, End);

        Assert.DoesNotContain("cache-control", actual.Authorization, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Read(string pairs) =>
        pairs.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
