namespace MediaFlows.Providers.Tencent.Api.Cos;

/// <summary>One uploaded part.</summary>
/// <param name="Number">1-based part number.</param>
/// <param name="ETag">ETag as the service returned it, quotes included.</param>
public sealed record CosPart(int Number, string ETag);
