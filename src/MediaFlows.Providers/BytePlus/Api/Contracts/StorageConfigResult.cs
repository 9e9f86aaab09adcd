namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Result of <c>GetStorageConfig</c> (2023-01-01).</summary>
internal sealed record StorageConfigResult(string? StorageHost, StorageUrlAuthConfig? StorageUrlAuthConfig);
