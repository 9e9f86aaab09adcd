namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Result of <c>ListDomain</c> (2023-01-01).</summary>
internal sealed record ListDomainResult(int Total, PlayInstanceInfo? PlayInstanceInfo);

/// <summary>Domains grouped by instance.</summary>
internal sealed record PlayInstanceInfo(IReadOnlyList<ByteInstance>? ByteInstances);

/// <summary>One group.</summary>
internal sealed record ByteInstance(IReadOnlyList<PlayDomain>? Domains);

/// <summary>One domain.</summary>
internal sealed record PlayDomain(string? Domain, string? CdnStatus, DomainCertificate? Certificate);

/// <summary>Its certificate; <see cref="ExpiredAt"/> is UTC although it does not say so.</summary>
internal sealed record DomainCertificate(string? HttpsStatus, string? ExpiredAt);

/// <summary>Result of <c>DescribeDomainConfig</c> (2023-01-01).</summary>
internal sealed record DomainConfigResult(DomainConfig? Config);

/// <summary>The part about signed URLs.</summary>
internal sealed record DomainConfig(SignedUrlAuthControl? SignedUrlAuthControl);

/// <summary>Wrapper.</summary>
internal sealed record SignedUrlAuthControl(SignedUrlAuth? SignedUrlAuth);

/// <summary>Whether and how URLs are signed.</summary>
internal sealed record SignedUrlAuth(bool? Switch, IReadOnlyList<SignedUrlAuthRule>? SignedUrlAuthRules);

/// <summary>One rule.</summary>
internal sealed record SignedUrlAuthRule(SignedUrlAuthAction? SignedUrlAuthAction);

/// <summary>Kind and keys; the keys stay in memory.</summary>
internal sealed record SignedUrlAuthAction(string? URLAuthType, string? MasterSecretKey, string? BackupSecretKey);

/// <summary>Result of <c>GetStorageConfig</c> (2023-01-01).</summary>
internal sealed record StorageConfigResult(string? StorageHost, StorageUrlAuthConfig? StorageUrlAuthConfig);

/// <summary>Whether and how storage URLs are signed.</summary>
internal sealed record StorageUrlAuthConfig(string? Type, string? Status, TypeAConfig? TypeAConfig);

/// <summary>Key and argument name; the key stays in memory.</summary>
internal sealed record TypeAConfig(string? MasterKey, string? BackupKey, string? SignatureArgs);
