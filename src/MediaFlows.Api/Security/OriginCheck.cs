using MediaFlows.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Security;

/// <summary>Refuses what a page of another site may try: another host name for this address (DNS rebinding), or a forged change.</summary>
internal static class OriginCheck
{
    /// <exception cref="FlowException"><c>MF5006</c>.</exception>
    public static void Require(HttpContext context, IReadOnlyList<string> allowedHosts)
    {
        var request = context.Request;
        if (allowedHosts.Count > 0 && !allowedHosts.Contains(request.Host.Host.Trim('[', ']'), StringComparer.OrdinalIgnoreCase))
            throw Refused("This host does not serve the name in the Host header.");
        var changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        if (changes && string.Equals(request.Headers["Sec-Fetch-Site"], "cross-site", StringComparison.OrdinalIgnoreCase))
            throw Refused("A page of another site may not change anything here.");
    }

    private static FlowException Refused(string message) =>
        new(ErrorCodes.OriginRefused, message, "Use the address that the host prints; name a proxy's public host in MEDIAFLOWS_ALLOWED_HOSTS.");
}
