namespace MediaFlows.Providers.Volcengine;

/// <summary>What a signature is good for, besides its day.</summary>
/// <param name="Region">Region in the credential scope, for example <c>ap-southeast-1</c>.</param>
/// <param name="Service">Service in the credential scope: <c>vod</c>, <c>cv</c>.</param>
public sealed record VolcengineScope(string Region, string Service)
{
    /// <summary>The credential scope of a day (<c>yyyyMMdd</c>).</summary>
    public string On(string date) => $"{date}/{Region}/{Service}/request";
}
