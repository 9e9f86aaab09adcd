using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Core.Redaction;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.Tests.BytePlus;

public sealed class TypeATests
{
    private static readonly DateTimeOffset Until = DateTimeOffset.FromUnixTimeSeconds(1768484096);

    [Fact]
    public void A_plain_path_has_the_documented_signature() =>
        Assert.Equal("1768484096-0123456789abcdef-0-2a63a96c53335c172f182d85d8e2f6eb", Sign("/path/to/output.mp4"));

    [Fact]
    public void The_documented_signature_of_a_path_with_a_raw_plus_comes_from_that_encoded_path() =>
        Assert.EndsWith("29d6da049b8b3248d09b86c34a7ff0b5", Sign("/dir%20a/%E6%B5%8B%E8%AF%95+v1.mp4"), StringComparison.Ordinal);

    [Fact]
    public void What_is_signed_is_what_the_url_shows()
    {
        var path = TypeA.EncodePath("dir a/测试+v1.mp4");
        Assert.Equal("/dir%20a/%E6%B5%8B%E8%AF%95%2Bv1.mp4", path);
        Assert.DoesNotContain("29d6da049b8b3248d09b86c34a7ff0b5", Sign(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_play_url_is_shown_without_its_signature_and_otherwise_whole() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>().Filter(s => s.Get.All(c => !char.IsSurrogate(c))),
        name =>
        {
            var path = TypeA.EncodePath("a" + name.Get + ".mp4");
            var signature = Sign(path);
            foreach (var url in (string[])[$"https://cdn.example.com{path}?auth_key={signature}", $"http://host:81{path}?preview=1&auth_key={signature}&x=1"])
            {
                var shown = SignedUrls.Redact(url);
                if (shown.Contains(signature[^32..], StringComparison.Ordinal) || shown != Regex.Replace(url, "auth_key=[^&]*", "auth_key=***")) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static string Sign(string path) => TypeA.Sign(path, Until, "0123456789abcdef", "testkey123456");
}
