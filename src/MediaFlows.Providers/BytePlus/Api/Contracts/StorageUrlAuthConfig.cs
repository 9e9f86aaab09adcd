namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Whether and how storage URLs are signed.</summary>
internal sealed record StorageUrlAuthConfig(string? Type, string? Status, TypeAConfig? TypeAConfig);
