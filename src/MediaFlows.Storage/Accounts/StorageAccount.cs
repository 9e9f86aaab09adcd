using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MediaFlows.Core.Errors;
using MediaFlows.Storage.Blobs;

namespace MediaFlows.Storage.Accounts;

/// <summary>
/// Makes every storage client of the process: no retries of the SDK's own (our callers decide, since a write may have been carried out),
/// a short timeout, requests counted.
/// </summary>
public sealed class StorageAccount
{
    private readonly StorageOptions _options;
    private readonly Lazy<BlobServiceClient> _hub;
    private readonly Lazy<BlobServiceClient> _media;
    private readonly Lazy<QueueServiceClient> _queues;
    private readonly Lazy<TokenCredential> _credential;

    /// <summary>Uses the account that <paramref name="options"/> name; nothing is called before the first request.</summary>
    public StorageAccount(StorageOptions options, StorageRequestCounter? requests = null)
    {
        _options = options;
        Requests = requests ?? new StorageRequestCounter();
        _credential = new Lazy<TokenCredential>(Credential);
        _hub = new Lazy<BlobServiceClient>(() => Blobs(options.NetworkTimeout));
        _media = new Lazy<BlobServiceClient>(() => Blobs(options.MediaTimeout));
        _queues = new Lazy<QueueServiceClient>(Queues);
    }

    /// <summary>Requests sent by all clients of this account.</summary>
    public StorageRequestCounter Requests { get; }

    /// <summary>Host and path of the blob endpoint, for people; holds no secret.</summary>
    /// <exception cref="FlowException"><c>MF4001</c> when no account is set.</exception>
    public string Endpoint => _hub.Value.Uri.GetLeftPart(UriPartial.Path);

    /// <summary>The blob store of <paramref name="container"/>.</summary>
    /// <exception cref="FlowException"><c>MF4001</c> when no account is set; <c>MF1001</c> when storage takes no such name.</exception>
    public AzureBlobStore OpenContainer(string container) => new(_hub.Value.GetBlobContainerClient(ContainerNames.Check(container)));

    /// <summary>Client of the media container, with the longer timeout of media blocks.</summary>
    /// <exception cref="FlowException"><c>MF4001</c> when no account is set; <c>MF1001</c> when storage takes no such name.</exception>
    public BlobContainerClient OpenMedia() => _media.Value.GetBlobContainerClient(ContainerNames.Check(_options.MediaContainer ?? _options.Hub + "-media"));

    /// <summary>Client of one queue. Messages are carried as their bytes; <see cref="MediaFlows.Storage"/> reads both encodings.</summary>
    public QueueClient OpenQueue(string queue) => _queues.Value.GetQueueClient(queue);

    /// <summary>The account's blob service, for health checks.</summary>
    internal BlobServiceClient BlobService => _hub.Value;

    private BlobServiceClient Blobs(TimeSpan timeout)
    {
        var options = Configure(new BlobClientOptions(), timeout);
        return Create("blobServiceUri", _options.BlobServiceUri, s => new BlobServiceClient(s, options), uri => new BlobServiceClient(uri, _credential.Value, options));
    }

    private QueueServiceClient Queues()
    {
        var options = Configure(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }, _options.NetworkTimeout);
        return Create("queueServiceUri", _options.QueueServiceUri, s => new QueueServiceClient(s, options), uri => new QueueServiceClient(uri, _credential.Value, options));
    }

    private T Create<T>(string setting, Uri? endpoint, Func<string, T> fromConnectionString, Func<Uri, T> fromEndpoint)
    {
        if (_options.ConnectionString is not { } connectionString)
        {
            return endpoint is not null ? fromEndpoint(endpoint) : throw new FlowException(
                ErrorCodes.StorageUnavailable,
                "No storage account is set.",
                $"Set AzureWebJobsStorage to a connection string (UseDevelopmentStorage=true for Azurite), or AzureWebJobsStorage__{setting} to the account's address.");
        }

        try
        {
            return fromConnectionString(connectionString);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or UriFormatException)
        {
            // The parser's exception is not passed on: it may quote the part it stumbled over, which may be the key.
            throw new FlowException(
                ErrorCodes.StorageUnavailable,
                "The storage connection string cannot be read.",
                "Copy it again from the account's access keys; it starts with DefaultEndpointsProtocol= or is UseDevelopmentStorage=true.");
        }
    }

    private TOptions Configure<TOptions>(TOptions options, TimeSpan timeout)
        where TOptions : ClientOptions
    {
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = timeout;
        options.Diagnostics.ApplicationId = "MediaFlows";
        options.Diagnostics.IsLoggingContentEnabled = false;
        options.AddPolicy(new RequestCountingPolicy(Requests), HttpPipelinePosition.PerRetry);
        _options.Pipeline?.Invoke(options);
        return options;
    }

    private TokenCredential Credential()
    {
        if (_options.ManagedIdentityOnly)
            return new ManagedIdentityCredential(_options.ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);
        return new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = _options.ClientId });
    }
}
