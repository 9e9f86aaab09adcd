using System.Text;
using MediaFlows.Providers.Tencent.Api.Signing;

namespace MediaFlows.Providers.Tests.Tencent.Api;

/// <summary>The reference's vectors V1 to V3, made by the official Node SDK's signer.</summary>
public sealed class Tc3SignerTests
{
    private static readonly TencentCredential Key = new("AKIDEXAMPLE0000000000000000000000001", "exampleSecretKey0000000000000001");

    public static TheoryData<string, string, long, int, string, string, string> Vectors => new()
    {
        {
            "V1", """{"TaskId":"1500000001-AigcVideoTask-0123456789abcdef0123456789abcdeft","SubAppId":1500000001}""", 1767225600, 93,
            "99588750b8a6bd9f14c60c71dd0c3d6027130e06d33e904d39002dc6fd20fe02",
            "d4344249dad7df33e78bf539a7c329c94ea0da2e18d5a50c47e121ef81c48c25",
            "f8bdf84a1d57ba3bce8f0e2d9e88d82421f5bba01b1e42df13712c8e0f744d40"
        },
        {
            "V2", """{"MediaUrl":"https://media.example.com/clips/intro.mp4","MediaName":"片头 intro","SubAppId":1500000001,"TasksPriority":-3}""", 1772323199, 124,
            "eda29f8aae4c67a5a8a80c9230bbf9ae04585190db342869c195d4c6b8825fa7",
            "67a5c03929d9763a7d9858eefdcc96d2ab499b96e8e4b37874c7eada593fe373",
            "6821c8545d66e41d3bde6553f7ce59c1cf707cb7449e9aff44649104f41311ce"
        },
        {
            "V3", "{}", 1767225600, 2,
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
            "d74a16d017107110de12f3485bfc000e9501a53329c77c44a7d4457f38cb813a",
            "7a43742cfe7e7eede2be171b8314a105f25401ff1bd2254871a8a496285901f9"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Every_vector_of_the_reference_is_reproduced(string name, string body, long timestamp, int length, string bodyHash, string canonicalHash, string signature)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var actual = Tc3Signer.Sign(Key, new Tc3Request("vod.tencentcloudapi.com", "application/json", bytes, timestamp));

        Assert.True(length == bytes.Length, name);
        Assert.Equal(bodyHash, actual.BodyHash);
        Assert.Equal(canonicalHash, actual.CanonicalHash);
        Assert.Equal(signature, actual.Value);
    }

    [Theory]
    [InlineData("2026-01-01", "6b362f193f2064aa29be5f7d40c8a64a0a8c6a1a38739d87401d1d279c80c997", "96dc2bacb0d9e36fcec4f015d453ce155cbbff8685c268dcfb37db2a34f8aaaa", "2e2d63d122b479294fe2e7084201196bfbe72564456c411f5bcbf0846078fdbb")]
    [InlineData("2026-02-28", "ee82c4d0e030e7bdf3a33c874e6acc70dcf8672f471afbcc9621f6276487caa9", "004b5c48e40dd041aa95d7bb4ba001e425b70fdad7e029c305377c9519728a2c", "8166d47c9ec76f9cd078adba826510a5821d62d63fa0f5b868573aa7f5257bec")]
    public void The_key_chain_of_each_day_is_reproduced(string date, string kDate, string kService, string kSigning)
    {
        var keys = Tc3Keys.Derive(Key.SecretKey, date, "vod");

        Assert.Equal(kDate, Convert.ToHexStringLower(keys.Date));
        Assert.Equal(kService, Convert.ToHexStringLower(keys.Service));
        Assert.Equal(kSigning, Convert.ToHexStringLower(keys.Signing));
    }

    [Fact]
    public void The_header_names_the_scope_of_the_UTC_day()
    {
        var body = """{"TaskId":"1500000001-AigcVideoTask-0123456789abcdef0123456789abcdeft","SubAppId":1500000001}"""u8.ToArray();
        var actual = Tc3Signer.Sign(Key, new Tc3Request("vod.tencentcloudapi.com", "application/json", body, 1767225600));

        Assert.Equal(
            "TC3-HMAC-SHA256 Credential=AKIDEXAMPLE0000000000000000000000001/2026-01-01/vod/tc3_request, SignedHeaders=content-type;host, " +
            "Signature=f8bdf84a1d57ba3bce8f0e2d9e88d82421f5bba01b1e42df13712c8e0f744d40",
            actual.Authorization);
    }

    [Fact]
    public void A_credential_does_not_print_its_key() => Assert.DoesNotContain("exampleSecretKey", Key.ToString(), StringComparison.Ordinal);
}
