namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Key and argument name; the key stays in memory.</summary>
internal sealed record TypeAConfig(string? MasterKey, string? BackupKey, string? SignatureArgs);
