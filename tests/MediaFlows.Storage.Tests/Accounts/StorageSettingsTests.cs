using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using MediaFlows.Core.Secrets;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Ingest;
using MediaFlows.Storage.Media;
using MediaFlows.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Storage.Tests.Accounts;

public sealed class StorageSettingsTests
{
    [Fact]
    public void A_setting_of_our_own_goes_before_the_one_of_the_Functions_host()
    {
        var options = Read(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("MEDIAFLOWS_STORAGE", "AccountName=own"));
        Assert.Equal("AccountName=own", options.ConnectionString);
        Assert.Equal("UseDevelopmentStorage=true", Read(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("MEDIAFLOWS_STORAGE", " ")).ConnectionString);
    }

    [Fact]
    public void An_identity_is_set_up_as_on_the_Functions_host()
    {
        var options = Read(
            ("AzureWebJobsStorage:blobServiceUri", "https://a.blob.core.windows.net"), ("AzureWebJobsStorage:queueServiceUri", "https://a.queue.core.windows.net"),
            ("AzureWebJobsStorage:credential", "managedidentity"), ("AzureWebJobsStorage:clientId", "client"));
        Assert.Equal(("https://a.blob.core.windows.net/", "https://a.queue.core.windows.net/"), (options.BlobServiceUri!.ToString(), options.QueueServiceUri!.ToString()));
        Assert.Equal((null, "client", true), (options.ConnectionString, options.ClientId, options.ManagedIdentityOnly));
        Assert.Equal("https://short.blob.core.windows.net/", Read(("AzureWebJobsStorage:accountName", "short")).BlobServiceUri!.ToString());
        Assert.StartsWith("https://a.blob.core.windows.net/", new StorageAccount(options).Endpoint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage:blobServiceUri", "http://a.blob.core.windows.net")]
    [InlineData("AzureWebJobsStorage:blobServiceUri", "https://a.blob.core.windows.net?sig=c4n4ry")]
    [InlineData("AzureWebJobsStorage:queueServiceUri", "nonsense")]
    [InlineData("MEDIAFLOWS_STORAGE_TIMEOUT_SECONDS", "0")]
    [InlineData("MEDIAFLOWS_MEDIA_TIMEOUT_SECONDS", "soon")]
    public void A_setting_that_cannot_be_used_is_named_and_not_quoted(string name, string value)
    {
        var e = Assert.Throws<FlowException>(() => Read((name, value)));
        Assert.Contains(name, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c4n4ry", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("My-Hub")]
    [InlineData("my_hub")]
    [InlineData("-hub")]
    [InlineData("a--b")]
    [InlineData("a12345678901234567890123456789012345678901234567890123456789012")]
    public void A_hub_name_that_storage_does_not_take_is_refused_by_name(string hub)
    {
        using var services = Services(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("MEDIAFLOWS_HUB", hub));
        var account = services.GetRequiredService<StorageAccount>();

        // The media container has a longer name, which may be too long where the hub's is not, or long enough where the hub's is too short.
        var e = Assert.Throws<FlowException>(() => hub.Length < 60 ? account.OpenContainer(hub).Container : account.OpenMedia().Name);
        Assert.Equal(ErrorCodes.InvalidInput, e.Error.Code);
        Assert.Contains(hub, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_without_any_setting_starts_and_says_what_to_set_at_the_first_use()
    {
        using var services = Services();
        Assert.NotNull(services.GetRequiredService<IMediaReader>());
        Assert.NotNull(services.GetRequiredService<IFieldProtector>());
        Assert.NotNull(services.GetRequiredService<MessageQueue>());
        var e = Assert.Throws<FlowException>(() => services.GetRequiredService<IBlobStore>());
        Assert.Equal(ErrorCodes.StorageUnavailable, e.Error.Code);
        Assert.Contains("AzureWebJobsStorage", e.Error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_a_host_asks_for_is_registered()
    {
        using var services = Services(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("BYTEPLUS_ACCESSKEY", "key"));
        Assert.NotNull(services.GetRequiredService<IBlobStore>());
        Assert.Same(services.GetRequiredService<IMediaReader>(), services.GetRequiredService<IMediaWriter>());
        Assert.NotNull(services.GetRequiredService<IMediaListing>());
        Assert.Equal("mediaflows-ingest", services.GetRequiredService<MessageQueue>().Name);
        Assert.NotNull(services.GetRequiredService<PoisonQueue>());
        Assert.Equal(["clock", "key vault", "storage"], services.GetServices<IHealthProbe>().Select(p => p.Group).Order(StringComparer.Ordinal));
        Assert.Equal("key", await services.GetRequiredService<ISecretSource>().GetAsync("BYTEPLUS_ACCESSKEY", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Limits_and_paces_are_read_and_checked()
    {
        using var services = Services(
            ("MEDIAFLOWS_FILE_ROOT", "/media"), ("MEDIAFLOWS_MEDIA_MAX_BYTES", "100"), ("MEDIAFLOWS_MEDIA_TOTAL_BYTES", "1000"), ("MEDIAFLOWS_INGEST_PARALLEL", "0"), ("MEDIAFLOWS_INGEST_POLL_SECONDS", "5"));
        var media = services.GetRequiredService<MediaOptions>();
        Assert.Equal(("/media", 100L, 1000L), (media.FileRoot, media.MaxBytes, media.TotalBytes));
        var ingest = services.GetRequiredService<IngestPumpOptions>();
        Assert.Equal((0, TimeSpan.FromSeconds(5)), (ingest.Parallel, ingest.MaxPollInterval));
        foreach (var (name, value) in ((string, string)[])[("MEDIAFLOWS_MEDIA_MAX_BYTES", "1 GB"), ("MEDIAFLOWS_MEDIA_TOTAL_BYTES", "-1"), ("MEDIAFLOWS_INGEST_PARALLEL", "many"), ("MEDIAFLOWS_INGEST_POLL_SECONDS", "0")])
        {
            using var wrong = Services((name, value));
            var e = Assert.Throws<FlowException>(() => (wrong.GetRequiredService<MediaOptions>(), wrong.GetRequiredService<IngestPumpOptions>()));
            Assert.Contains(name, e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Field_keys_come_from_the_configured_secret_or_from_the_key_file()
    {
        var home = Directory.CreateTempSubdirectory("mediaflows-home-").FullName;
        try
        {
            using var local = Services(("MEDIAFLOWS_HOME", home));
            var sealedText = local.GetRequiredService<IFieldProtector>().Protect("text");
            Assert.True(File.Exists(Path.Combine(home, "field.keys")));
            using var fromSecret = Services(("MEDIAFLOWS_KEY_SECRET", "FIELD_KEYS"), ("FIELD_KEYS", File.ReadAllText(Path.Combine(home, "field.keys"))));
            Assert.Equal("text", fromSecret.GetRequiredService<IFieldProtector>().Unprotect(sealedText));
            using var missing = Services(("MEDIAFLOWS_KEY_SECRET", "FIELD_KEYS"));
            Assert.Throws<FlowException>(() => missing.GetRequiredService<IFieldProtector>().Protect("text"));
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static StorageOptions Read(params (string Name, string Value)[] settings) => StorageSettings.Read(Configuration(settings));

    private static ServiceProvider Services(params (string Name, string Value)[] settings) =>
        new ServiceCollection().AddMediaFlowsStorage(Configuration(settings)).BuildServiceProvider();

    private static IConfiguration Configuration((string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Name, s.Value))).Build();
}
