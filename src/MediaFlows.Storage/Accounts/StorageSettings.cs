using MediaFlows.Core.Errors;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Storage.Accounts;

/// <summary>
/// Reads <see cref="StorageOptions"/> from configuration. <c>MEDIAFLOWS_STORAGE</c> goes before <c>AzureWebJobsStorage</c>; each may be a
/// connection string or a section with <c>blobServiceUri</c>, <c>queueServiceUri</c>, <c>accountName</c>, <c>credential</c>, <c>clientId</c>
/// (in the environment: <c>AzureWebJobsStorage__blobServiceUri</c>).
/// </summary>
public static class StorageSettings
{
    private static readonly string[] Names = ["MEDIAFLOWS_STORAGE", "AzureWebJobsStorage"];

    /// <summary>The settings of <paramref name="configuration"/>; no account at all leaves the account members null.</summary>
    /// <exception cref="FlowException"><c>MF1001</c> naming the setting that cannot be read.</exception>
    public static StorageOptions Read(IConfiguration configuration)
    {
        var options = new StorageOptions
        {
            Hub = Text(configuration, "MEDIAFLOWS_HUB") ?? "mediaflows",
            MediaContainer = Text(configuration, "MEDIAFLOWS_MEDIA_CONTAINER"),
        };
        if (Seconds(configuration, "MEDIAFLOWS_STORAGE_TIMEOUT_SECONDS") is { } timeout) options.NetworkTimeout = timeout;
        if (Seconds(configuration, "MEDIAFLOWS_MEDIA_TIMEOUT_SECONDS") is { } media) options.MediaTimeout = media;
        foreach (var name in Names)
        {
            if (ReadAccount(configuration, name, options)) break;
        }

        return options;
    }

    private static bool ReadAccount(IConfiguration configuration, string name, StorageOptions options)
    {
        if (Text(configuration, name) is { } connectionString)
        {
            options.ConnectionString = connectionString;
            return true;
        }

        var account = Text(configuration, name + ":accountName");
        options.BlobServiceUri = Endpoint(configuration, name + ":blobServiceUri", account, "blob");
        options.QueueServiceUri = Endpoint(configuration, name + ":queueServiceUri", account, "queue");
        options.ClientId = Text(configuration, name + ":clientId");
        options.ManagedIdentityOnly = string.Equals(Text(configuration, name + ":credential"), "managedidentity", StringComparison.OrdinalIgnoreCase);
        return options.BlobServiceUri is not null || options.QueueServiceUri is not null;
    }

    private static Uri? Endpoint(IConfiguration configuration, string name, string? account, string service)
    {
        var text = Text(configuration, name) ?? (account is null ? null : $"https://{account}.{service}.core.windows.net");
        if (text is null) return null;

        // A token must not travel in the clear, and a query would be a shared access signature, which belongs into a connection string.
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback) && uri.Query.Length == 0) return uri;
        throw new FlowException(ErrorCodes.InvalidInput, $"The setting {name} is not an https address of a storage service.", $"Set it to https://<account>.{service}.core.windows.net.");
    }

    private static TimeSpan? Seconds(IConfiguration configuration, string name)
    {
        if (Text(configuration, name) is not { } text) return null;
        if (double.TryParse(text, out var seconds) && seconds is > 0 and <= 3600) return TimeSpan.FromSeconds(seconds);
        throw new FlowException(ErrorCodes.InvalidInput, $"The setting {name} must be a number of seconds from above 0 to 3600.");
    }

    private static string? Text(IConfiguration configuration, string name) =>
        configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
