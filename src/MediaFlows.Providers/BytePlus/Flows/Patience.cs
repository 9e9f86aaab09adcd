using MediaFlows.Core.Flows;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>
/// How OpenAPI calls are tried again. Accounts have rates per action (100 to 200 calls a second), and a large batch may meet them for
/// minutes.
/// </summary>
internal static class Patience
{
    /// <summary>Ten tries over about six minutes; only calls that were not carried out, or may be repeated, are tried again.</summary>
    public static readonly ActivityOptions Options = new() { Retry = new FlowRetryPolicy(10, TimeSpan.FromSeconds(2), 2.0, TimeSpan.FromMinutes(1)) };
}
