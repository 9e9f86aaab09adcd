using System.Text;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.Tests.Volcengine;

public sealed class VolcengineSignerVectorTests
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string StartHash = "07d042a9a3e02599875cd83209bd6c95577bc32f0fb7ca0ed5ea527122012e23";

    [Theory]
    [InlineData("ap-southeast-1", "vod", "bf7fc649abe625ef30564d49723bce2d51257ef3345ea3ac132ea9120db457ee")]
    [InlineData("cn-north-1", "cv", "bb5d6deb9a6451d8f72a392490c9a30a50614ac3e990506a311d31f7043874a6")]
    public void The_signing_key_is_the_documented_chain(string region, string service, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(VolcengineSigner.SigningKey(Vectors.Credential.SecretKey, new VolcengineScope(region, service), "20260115")));

    [Fact]
    public void Node_signs_a_get_by_its_date_alone()
    {
        var signed = Sign("GET", Vectors.ApplyUploadInfo, EmptyHash);

        Assert.Equal(
            "GET\n/\nAction=ApplyUploadInfo&FileExtension=.mp4&FileName=dir%20a%2F%E6%B5%8B%E8%AF%95%20clip~1.mp4&FileSize=1048576&FileType=&NeedFallback=True&SpaceName=my_space&StorageClass=1&Version=2023-01-01\nx-date:20260115T123456Z\n\nx-date\n" + EmptyHash,
            signed.CanonicalRequest);
        AssertSigned("6a4b6106de7472e8d66ec809c5d8d678fc72ed404489d75e3611c71e9560bf0f", "afd808768675b77d020396172b4bf7963c4625d6f7fc1e4d5d5603d5623369c1", signed);
    }

    [Fact]
    public void Node_signs_a_get_with_its_host()
    {
        var query = Vectors.Action("GetExecution", "2025-07-01", ("RunId", "hb:ebd05bee1f3873f7316c742b5f"));
        var signed = Sign("GET", query, EmptyHash, ("host", "vod.byteplusapi.com"));

        Assert.Contains("RunId=hb%3Aebd05bee1f3873f7316c742b5f", signed.CanonicalRequest, StringComparison.Ordinal);
        AssertSigned("e974e58661579659d15bbdfa3d958ceb9edf4fe6775d4351d66a3f9edc7782aa", "6c48f430dd23f3a27053948e54b64da1bea838938eb7b861472fd0209134cd11", signed);
    }

    [Fact]
    public void Node_signs_a_post_with_host_and_body_hash()
    {
        Assert.Equal(StartHash, VolcengineSigner.HashBody(Encoding.UTF8.GetBytes(Vectors.StartExecutionBody)));
        var signed = Sign("POST", Vectors.Action("StartExecution", "2025-07-01"), StartHash, ("Host", "vod.byteplusapi.com"), ("X-Content-Sha256", StartHash));
        AssertSigned("352fba975179a577bfe1db52713edb89ed296f699a2d00030caefbfc94154b4d", "3b84d31ea4f4770463f0a960da234a5ac0db07a9fbfb35bcf6d2b422348fe72a", signed);
    }

    [Fact]
    public void Python_signs_a_get_with_four_headers()
    {
        var signed = Sign(
            "GET", Vectors.ApplyUploadInfo, EmptyHash, ("Content-Type", "application/json; charset=utf-8"), ("Host", "vod.byteplusapi.com"), ("X-Content-Sha256", EmptyHash));

        Assert.Equal(
            "HMAC-SHA256 Credential=AKLTEXAMPLEACCESSKEY0001/20260115/ap-southeast-1/vod/request, SignedHeaders=content-type;host;x-content-sha256;x-date, Signature=72e31a977cffef85d140c114e613e6531d85909f7fc3562d66216f810af29c41",
            signed.Authorization);
        AssertSigned("d53eff0d8e7194c2f56fe07518ab705071de8e1f4f392fac7af1438126707426", "72e31a977cffef85d140c114e613e6531d85909f7fc3562d66216f810af29c41", signed);
    }

    [Fact]
    public void Python_signs_a_post_with_four_headers()
    {
        var signed = Sign(
            "POST",
            Vectors.Action("StartExecution", "2025-07-01"),
            StartHash,
            ("Content-Type", "application/json; charset=utf-8"),
            ("Host", "vod.byteplusapi.com"),
            ("X-Content-Sha256", StartHash));
        AssertSigned("c950835a5f500b5129ae0c9b06ba7374429d1dfecff49655b8314709edb0da0b", "7c15d9eb653cf2c36790480165610ae78889af83a42de22d96776f7dc52f960a", signed);
    }

    [Fact]
    public void Node_signs_a_query()
    {
        var url = VolcengineSigner.SignQuery(
            Vectors.Action("GetPlayInfo", "2023-01-01", ("Vid", "v0310abc"), ("Ssl", "1")), Vectors.Credential, Vectors.Vod, Vectors.At);

        Assert.Equal(
            "Action=GetPlayInfo&Ssl=1&Version=2023-01-01&Vid=v0310abc&X-Algorithm=HMAC-SHA256&X-Credential=AKLTEXAMPLEACCESSKEY0001%2F20260115%2Fap-southeast-1%2Fvod%2Frequest&X-Date=20260115T123456Z&X-NotSignBody=&X-SignedHeaders=&X-SignedQueries=Action%3BSsl%3BVersion%3BVid%3BX-Algorithm%3BX-Credential%3BX-Date%3BX-NotSignBody%3BX-SignedHeaders&X-Signature=d4f0811c82769d5e73b9bad6efaa831a3b4a10d1523054d22aa88a4ca1af6f91",
            url);
    }

    private static VolcengineSignature Sign(
        string method, IReadOnlyList<KeyValuePair<string, string>> query, string bodyHash, params (string Name, string Value)[] headers) =>
        VolcengineSigner.Sign(
            new SignableRequest
            {
                Method = method,
                Query = query,
                BodyHash = bodyHash,
                Headers = headers.ToDictionary(h => h.Name, h => h.Value, StringComparer.Ordinal),
            },
            Vectors.Credential,
            Vectors.Vod,
            Vectors.At);

    private static void AssertSigned(string canonicalHash, string signature, VolcengineSignature actual)
    {
        Assert.Equal(canonicalHash, VolcengineSigner.HashBody(Encoding.UTF8.GetBytes(actual.CanonicalRequest)));
        Assert.Equal(signature, actual.Signature);
    }
}
