using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss;
using MediaFlows.Providers.AlibabaOss.Credentials;
using MediaFlows.Providers.AlibabaOss.Discovery;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.AlibabaOss.Discovery;

public sealed class PlaceDiscoveryTests
{
    private readonly Dictionary<string, string> _files = [];

    [Fact]
    public void The_environment_wins_over_every_file()
    {
        _files["/etc/environment"] = "ALIBABA_CLOUD_OSS_BUCKET=from-file";
        Assert.Equal(new FoundSetting("from-environment", "settings"), Find(PlaceDiscovery.Bucket, (PlaceDiscovery.Bucket, "from-environment")));
    }

    [Fact]
    public void The_files_are_asked_in_the_documented_order_and_the_first_that_sets_a_name_wins()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has two files of its own.");
        string[] order = ["/etc/environment", "/etc/profile", "/home/u/.bashrc", "/home/u/.profile", "/home/u/.bash_profile", "/home/u/.zshrc", "/home/u/.env"];
        foreach (var path in order) _files[path] = $"ALIBABA_CLOUD_OSS_REGION=region-{Array.IndexOf(order, path)}\n";
        foreach (var path in order)
        {
            Assert.Equal(new FoundSetting($"region-{Array.IndexOf(order, path)}", path), Find(PlaceDiscovery.Region));
            _files.Remove(path);
        }

        Assert.Null(Find(PlaceDiscovery.Region));
    }

    [Theory]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET=plain", "plain")]
    [InlineData("export ALIBABA_CLOUD_OSS_BUCKET=exported", "exported")]
    [InlineData("  export   ALIBABA_CLOUD_OSS_BUCKET=spaced   # why", "spaced")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET=\"double\"", "double")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET='single'", "single")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET=pieces-'of'-\"one\"", "pieces-of-one")]
    [InlineData("A=1 ALIBABA_CLOUD_OSS_BUCKET=second; export ALIBABA_CLOUD_OSS_BUCKET", "second")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET=first\nALIBABA_CLOUD_OSS_BUCKET=last", "last")]
    [InlineData("STAGE=test\nALIBABA_CLOUD_OSS_BUCKET=media-$STAGE", "media-test")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET=\"media-${FROM_ENVIRONMENT}-x\"", "media-known-x")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET=media$UNKNOWN", "media")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET=crlf\r", "crlf")]
    public void The_forms_of_an_assignment_are_read(string text, string expected)
    {
        _files["/home/u/.env"] = text;
        Assert.Equal(expected, Find(PlaceDiscovery.Bucket, ("FROM_ENVIRONMENT", "known"))?.Value);
    }

    [Fact]
    public void Nothing_is_expanded_in_single_quotes()
    {
        _files["/home/u/.env"] = "STAGE=test\nALIBABA_CLOUD_OSS_BUCKET='media-$STAGE'";
        var found = Find(PlaceDiscovery.Bucket);
        Assert.NotNull(found);
        Assert.Null(found.Value);
    }

    [Theory]
    [InlineData("# ALIBABA_CLOUD_OSS_BUCKET=commented")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET = spaced")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET=")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET=\"open")]
    [InlineData("MY_ALIBABA_CLOUD_OSS_BUCKET=other")]
    [InlineData("if true; then ALIBABA_CLOUD_OSS_BUCKET=conditional; fi")]
    public void What_is_no_plain_assignment_sets_nothing(string text)
    {
        _files["/home/u/.env"] = text;
        Assert.Null(Find(PlaceDiscovery.Bucket));
    }

    [Theory]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET='$SECRET'")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET=$SECRET")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET=$(command)")]
    [InlineData("ALIBABA_CLOUD_OSS_BUCKET=`command`")]
    public async Task A_value_that_cannot_be_a_name_is_refused_without_being_shown(string text)
    {
        _files["/home/u/.env"] = "ALIBABA_CLOUD_OSS_REGION=cn-hangzhou\n" + text;
        var error = await Assert.ThrowsAsync<InvalidInputException>(() => RunAsync(("SECRET", "Canary+Secret/1")));
        Assert.Contains("/home/u/.env", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("command", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_takes_both_from_a_shell_file_and_what_its_input_says_goes_first()
    {
        _files["/home/u/.bashrc"] = "export ALIBABA_CLOUD_OSS_BUCKET=file-bucket ALIBABA_CLOUD_OSS_REGION=cn-beijing";
        var plan = await Runner().PlanAsync("oss.upload", """{"uri":{"url":"http://example.com/a.png"}}""");
        Assert.StartsWith("https://file-bucket.oss-cn-beijing.aliyuncs.com/", plan[0].Url, StringComparison.Ordinal);
        plan = await Runner().PlanAsync("oss.upload", """{"uri":{"url":"http://example.com/a.png"},"bucket":"input-bucket"}""");
        Assert.StartsWith("https://input-bucket.oss-cn-beijing.aliyuncs.com/", plan[0].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_set()
    {
        var error = await Assert.ThrowsAsync<InvalidInputException>(() => RunAsync());
        Assert.Contains("The bucket is required: give it, or set ALIBABA_CLOUD_OSS_BUCKET.", error.Message, StringComparison.Ordinal);
        Assert.Contains("The region is required: give it, or set ALIBABA_CLOUD_OSS_REGION.", error.Message, StringComparison.Ordinal);
    }

    private FoundSetting? Find(string name, params (string Name, string Value)[] settings) =>
        new PlaceDiscovery(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build(), new Files(_files)).Find(name);

    private Task<InlineRun> RunAsync(params (string Name, string Value)[] settings) => Runner(settings).RunAsync("oss.upload", """{"uri":{"url":"http://example.com/a.png"}}""");

    private InlineFlowRunner Runner(params (string Name, string Value)[] settings) => new(
        settings.ToDictionary(s => s.Name, s => s.Value), new VirtualTime(), services => services.AddSingleton<ICredentialFiles>(new Files(_files)), typeof(OssModule).Assembly);

    private sealed class Files(Dictionary<string, string> texts) : ICredentialFiles
    {
        public string Home => "/home/u";

        public string? ReadText(string path) => texts.GetValueOrDefault(path);

        public bool CanReplace(string path) => false;

        public void Replace(string path, string text) => throw new NotSupportedException();
    }
}
