namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>One compared property; both values are told, also when they differ.</summary>
/// <param name="Property">Name.</param>
/// <param name="Requested">What was asked for.</param>
/// <param name="Verified">What the object has.</param>
/// <param name="Matches">True when they agree.</param>
public sealed record OssVerifiedProperty(string Property, string Requested, string Verified, bool Matches);
