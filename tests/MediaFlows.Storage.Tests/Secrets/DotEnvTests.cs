using MediaFlows.Storage.Secrets;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Storage.Tests.Secrets;

public sealed class DotEnvTests
{
    [Theory]
    [InlineData("A=1", "1")]
    [InlineData("  export A = 1  ", "1")]
    [InlineData("A=a b # comment", "a b")]
    [InlineData("A=a#b", "a#b")]
    [InlineData("A=a=b==", "a=b==")]
    [InlineData("A=\"a # b\" # c", "a # b")]
    [InlineData("A=\"x\\n\\\"y\\\"\\\\\"", "x\n\"y\"\\")]
    [InlineData("A='x\\n$Y'", "x\\n$Y")]
    [InlineData("A=", "")]
    [InlineData("A=\"open", "\"open")]
    [InlineData("A=0\r\nA=1\r\n", "1")]
    [InlineData("# A=0\n\nno assignment\nA=1", "1")]
    public void A_line_is_read_as_shells_and_other_readers_do(string text, string expected) => Assert.Equal(expected, DotEnv.Parse(text)["A"]);

    [Fact]
    public void A_real_variable_goes_before_the_file_wherever_the_file_is_added()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "MF_TEST_A=file\nMF_TEST_B=file\nMF_TEST_S__inner=file");
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["MF_TEST_A"] = "real" })
                .AddDotEnvFile(path)
                .AddDotEnvFile(path + ".missing")
                .Build();
            Assert.Equal(("real", "file", "file"), (configuration["MF_TEST_A"], configuration["MF_TEST_B"], configuration["MF_TEST_S:inner"]));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
