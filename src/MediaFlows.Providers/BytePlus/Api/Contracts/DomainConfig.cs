namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>The part about signed URLs.</summary>
internal sealed record DomainConfig(SignedUrlAuthControl? SignedUrlAuthControl);
