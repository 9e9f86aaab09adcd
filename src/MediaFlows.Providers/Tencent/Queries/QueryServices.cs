using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.Queries;

/// <summary>What every look-up needs.</summary>
/// <param name="Client">The API.</param>
/// <param name="SubApps">Which sub-application is meant.</param>
/// <param name="Settings">Addresses and region, for dry runs.</param>
/// <param name="Time">Clock for pauses.</param>
public sealed record QueryServices(VodClient Client, SubAppResolver SubApps, TencentSettings Settings, TimeProvider Time);
