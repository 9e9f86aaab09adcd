using System.Text.RegularExpressions;
using MediaFlows.Functions.Tests.Generation;

namespace MediaFlows.Functions.Tests.Settings;

/// <summary>The settings sample holds every key that the app reads, and no secret.</summary>
public sealed partial class SettingsSampleTests
{
    // Of the embedded host and the command line, or older names of a setting that the sample has.
    private static readonly string[] NotOfTheApp = ["MEDIAFLOWS_API_KEY_FILE", "MEDIAFLOWS_FILE_ROOT", "MEDIAFLOWS_STORAGE", "MEDIAFLOWS_KEYVAULT_URI", "MEDIAFLOWS_PROBE"];

    [Fact]
    public void Every_setting_that_the_app_reads_is_in_the_sample()
    {
        var sample = SettingsFiles.Read("local.settings.sample.json")["Values"]!.AsObject().Select(v => v.Key).ToHashSet(StringComparer.Ordinal);
        var read = new[] { "MediaFlows.Providers", "MediaFlows.Storage", "MediaFlows.Functions" }
            .SelectMany(p => RepositoryFiles.Sources(Path.Combine(RepositoryFiles.Root, "src", p)))
            .SelectMany(f => Setting().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Where(n => !n.StartsWith("MEDIAFLOWS_INGEST_", StringComparison.Ordinal))
            .Except(NotOfTheApp, StringComparer.Ordinal)
            .Distinct(StringComparer.Ordinal);
        Assert.Equal([], read.Where(r => !sample.Contains(r)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sample_holds_no_secret()
    {
        foreach (var (name, value) in SettingsFiles.Read("local.settings.sample.json")["Values"]!.AsObject())
            if (Regex.IsMatch(name, "KEY|SECRET|TOKEN|CONNECTION_STRING$") && name != "DURABLE_TASK_SCHEDULER_CONNECTION_STRING") Assert.Equal("", (string?)value);
        Assert.Contains("local.settings.json", SettingsFiles.Text(".gitignore"), StringComparison.Ordinal);
    }

    [GeneratedRegex("\"((?:BYTEPLUS|VOD|TENCENTCLOUD|ALIBABA_CLOUD|VOLCENGINE|VOLC|JIMENG|BYTED|MEDIAFLOWS|AZURE|KEYVAULT)_[A-Z_]+)\"")]
    private static partial Regex Setting();
}
