namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>One rule.</summary>
internal sealed record SignedUrlAuthRule(SignedUrlAuthAction? SignedUrlAuthAction);
