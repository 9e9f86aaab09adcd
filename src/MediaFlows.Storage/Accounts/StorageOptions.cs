using Azure.Core;

namespace MediaFlows.Storage.Accounts;

/// <summary>Which storage account is used and how. Read from configuration by <see cref="StorageSettings"/>; see docs/storage.md.</summary>
public sealed class StorageOptions
{
    /// <summary>Connection string of the account, or null when <see cref="BlobServiceUri"/> is set. A secret.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Blob endpoint of the account, signed in to with an identity.</summary>
    public Uri? BlobServiceUri { get; set; }

    /// <summary>Queue endpoint of the account, signed in to with an identity.</summary>
    public Uri? QueueServiceUri { get; set; }

    /// <summary>Client id of a user-assigned managed identity, or null for the default identity.</summary>
    public string? ClientId { get; set; }

    /// <summary>True when only a managed identity may sign in (<c>credential: managedidentity</c>), so that no other sign-in is tried.</summary>
    public bool ManagedIdentityOnly { get; set; }

    /// <summary>Hub name: the container of the journal and the ledger. Default <c>mediaflows</c>.</summary>
    public string Hub { get; set; } = "mediaflows";

    /// <summary>Container of media blobs, or null for <c>{hub}-media</c>.</summary>
    public string? MediaContainer { get; set; }

    /// <summary>How long one request of the hub may take, including its body. Default 10 seconds.</summary>
    public TimeSpan NetworkTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one request that carries a media block may take. Default 60 seconds.</summary>
    public TimeSpan MediaTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Adds policies to the pipelines of the storage clients, for drills and tests of faults. Null by default.</summary>
    public Action<ClientOptions>? Pipeline { get; set; }
}
