namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Kind and keys; the keys stay in memory.</summary>
internal sealed record SignedUrlAuthAction(string? URLAuthType, string? MasterSecretKey, string? BackupSecretKey);
