namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Whether and how URLs are signed.</summary>
internal sealed record SignedUrlAuth(bool? Switch, IReadOnlyList<SignedUrlAuthRule>? SignedUrlAuthRules);
