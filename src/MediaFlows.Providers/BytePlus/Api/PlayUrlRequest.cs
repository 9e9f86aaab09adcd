namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>What a play URL is wanted for.</summary>
/// <param name="Space">Space; empty gives no URL unless a play domain is set.</param>
/// <param name="FileName">Path in the space.</param>
/// <param name="PlayDomain">Domain that wins over every look-up, with or without a scheme, or null.</param>
/// <param name="ExpireMinutes">Minutes that a signature is good for, before the domain's own validity is added.</param>
public sealed record PlayUrlRequest(string Space, string FileName, string? PlayDomain, int ExpireMinutes);
