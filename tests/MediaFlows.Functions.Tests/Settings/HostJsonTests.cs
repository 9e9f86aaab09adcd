namespace MediaFlows.Functions.Tests.Settings;

/// <summary>host.json says what the app rests on.</summary>
public sealed class HostJsonTests
{
    [Fact]
    public void Routes_have_no_prefix_because_the_table_has_whole_paths() =>
        Assert.Equal("", (string?)SettingsFiles.Read("host.json")["extensions"]!["http"]!["routePrefix"]);

    [Fact]
    public void The_hub_and_its_storage_provider_come_from_settings_that_the_sample_and_the_deployment_give()
    {
        var durable = SettingsFiles.Read("host.json")["extensions"]!["durableTask"]!;
        Assert.Equal("%TASKHUB_NAME%", (string?)durable["hubName"]);
        Assert.Equal("azureManaged", (string?)durable["storageProvider"]!["type"]);
        var connection = (string?)durable["storageProvider"]!["connectionStringName"];
        foreach (var setting in (string[])["TASKHUB_NAME", connection!])
        {
            Assert.NotNull(SettingsFiles.Read("local.settings.sample.json")["Values"]![setting]);
            Assert.Contains(setting + ":", SettingsFiles.Text("infra/app/api.bicep"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Orchestrations_are_replayed_from_history_and_pinned_to_the_version_they_began_with()
    {
        var durable = SettingsFiles.Read("host.json")["extensions"]!["durableTask"]!;
        Assert.False((bool)durable["extendedSessionsEnabled"]!);
        Assert.Equal("CurrentOrOlder", (string?)durable["versionMatchStrategy"]);
        Assert.Equal("Reject", (string?)durable["versionFailureStrategy"]);
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+$", (string?)durable["defaultVersion"]);
        Assert.Equal("V2", (string?)durable["tracing"]!["version"]);
    }

    [Fact]
    public void Sampling_never_drops_the_traces_of_orchestrations() =>
        Assert.Contains("Request", (string?)SettingsFiles.Read("host.json")["logging"]!["applicationInsights"]!["samplingSettings"]!["excludedTypes"]);
}
