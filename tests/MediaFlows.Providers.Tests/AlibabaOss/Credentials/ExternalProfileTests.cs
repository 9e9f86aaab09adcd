using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Credentials;

namespace MediaFlows.Providers.Tests.AlibabaOss.Credentials;

public sealed class ExternalProfileTests
{
    private readonly ChainFixture _chain = new();

    public ExternalProfileTests() => _chain.Files.Cli("""{"current":"a","profiles":[{"name":"a","mode":"External","process_command":"get-keys --for \"my app\""}]}""");

    [Theory]
    [InlineData("""{"mode":"AK","access_key_id":"i","access_key_secret":"s"}""", null)]
    [InlineData("""{"mode":"StsToken","access_key_id":"i","access_key_secret":"s","sts_token":"t"}""", "t")]
    [InlineData("""{"access_key_id":"i","access_key_secret":"s","sts_token":"t"}""", "t")]
    public async Task The_command_prints_the_keys(string output, string? token)
    {
        _chain.Process.Output = output;
        var found = await _chain.Create().GetAsync(default);
        Assert.Equal(("i", "s", token), (found.AccessKeyId, found.AccessKeySecret, found.SecurityToken));
        Assert.Equal(["get-keys|--for|my app"], _chain.Process.Runs);
    }

    [Fact]
    public async Task Keys_with_an_end_are_kept_to_it_and_keys_without_one_for_a_minute()
    {
        var chain = _chain.Create();
        _chain.Process.Output = """{"mode":"StsToken","access_key_id":"i","access_key_secret":"s","sts_token":"t"}""";
        for (var i = 0; i < 3; i++) await chain.GetAsync(default);
        Assert.Single(_chain.Process.Runs);
        _chain.Time.Advance(TimeSpan.FromSeconds(61));
        _chain.Process.Output = _chain.Process.Output.Replace("}", $",\"expiration\":\"{_chain.Time.GetUtcNow().AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\"}}", StringComparison.Ordinal);
        await chain.GetAsync(default);
        Assert.Equal(2, _chain.Process.Runs.Count);
        _chain.Time.Advance(TimeSpan.FromMinutes(40));
        await chain.GetAsync(default);
        Assert.Equal(2, _chain.Process.Runs.Count);
        _chain.Time.Advance(TimeSpan.FromMinutes(6));
        await chain.GetAsync(default);
        Assert.Equal(3, _chain.Process.Runs.Count);
    }

    [Theory]
    [InlineData("canary", "printed no JSON profile")]
    [InlineData("""{"mode":"StsToken","access_key_id":"canary","access_key_secret":"canary"}""", "has no sts_token")]
    [InlineData("""{"mode":"External","process_command":"canary"}""", "printed a profile of the mode External again")]
    public async Task What_is_no_profile_is_refused_without_being_quoted(string output, string said)
    {
        _chain.Process.Output = output;
        var error = await RefusedAsync();
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_program_runs_where_the_vendors_setting_forbids_it()
    {
        var error = await RefusedAsync(("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS", "1"));
        Assert.Contains("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS", error.Message, StringComparison.Ordinal);
        Assert.Empty(_chain.Process.Runs);
    }

    // The cases of credentials-go, command_split.go.
    [Theory]
    [InlineData("tool  a\tb", false, "tool|a|b")]
    [InlineData("tool \"\" 'x y'", false, "tool||x y")]
    [InlineData("a\\ b \"c\\\"d\\e\" 'f\\g'", false, "a b|c\"d\\e|f\\g")]
    [InlineData("\"C:\\Program Files\\t.exe\" C:\\x \"q\\\"q\"", true, "C:\\Program Files\\t.exe|C:\\x|q\"q")]
    [InlineData("\"\\\\server\\a b\"", true, "\\\\server\\a b")]
    [InlineData("a\\\nb \"c\\\nd\"", false, "ab|cd")]
    public void A_command_is_split_as_the_vendors_libraries_do(string command, bool windows, string expected) =>
        Assert.Equal(expected, string.Join('|', CommandLine.Split(command, windows)));

    [Theory]
    [InlineData("  ")]
    [InlineData("tool 'a")]
    [InlineData("tool a\\")]
    [InlineData("'' a")]
    public void A_command_that_is_none_is_refused(string command) => Assert.Throws<CredentialStepException>(() => CommandLine.Split(command, windows: false));

    [Fact]
    public async Task A_real_program_is_run_without_a_shell_and_its_failure_tells_the_exit_code_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs of this test are those of Unix.");
        var process = new LocalCredentialProcess(TimeProvider.System);
        Assert.Equal("$HOME; x", (await process.RunAsync(["echo", "$HOME; x"], default)).Trim());
        var failed = await Assert.ThrowsAsync<CredentialStepException>(() => process.RunAsync(["sh", "-c", "echo canary >&2; exit 3"], default));
        Assert.Equal("The process_command ended with exit code 3.", failed.Message);
        await Assert.ThrowsAsync<CredentialStepException>(() => process.RunAsync(["/nowhere/canary"], default));
    }

    private async Task<FlowError> RefusedAsync(params (string Name, string Value)[] settings) =>
        (await Assert.ThrowsAsync<FlowException>(() => _chain.Create(settings).GetAsync(default))).Error;
}
