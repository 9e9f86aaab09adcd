namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Wrapper.</summary>
internal sealed record SignedUrlAuthControl(SignedUrlAuth? SignedUrlAuth);
