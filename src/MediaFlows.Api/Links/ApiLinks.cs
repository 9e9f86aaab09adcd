using MediaFlows.Api.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Api.Links;

/// <summary>Absolute URLs of the API as this request's caller reaches it.</summary>
public sealed class ApiLinks
{
    private readonly string _base;
    private readonly IInstanceCodes? _codes;

    /// <summary>Links below <paramref name="baseUrl"/>; instance URLs carry a code when <paramref name="codes"/> is given.</summary>
    public ApiLinks(string baseUrl, IInstanceCodes? codes = null)
    {
        _base = baseUrl.TrimEnd('/');
        _codes = codes;
    }

    /// <summary>
    /// Links for the caller of <paramref name="context"/>: the configured public URL, else scheme, host and path base of the request,
    /// which the forwarded-headers middleware has corrected when the request came from a trusted proxy.
    /// </summary>
    public static ApiLinks For(HttpContext context)
    {
        var request = context.Request;
        var codes = context.RequestServices?.GetService<IInstanceCodes>();
        var configured = context.RequestServices?.GetService<ApiOptions>()?.PublicUrl;
        return new ApiLinks(configured ?? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}", codes);
    }

    /// <summary>An error's page.</summary>
    public string Error(string code) => $"{_base}/api/errors/{code}";

    /// <summary>A path below the base.</summary>
    public string To(string path) => _base + path;

    /// <summary>The status document of an instance.</summary>
    public string Instance(string id) => $"{_base}/api/flows/{Uri.EscapeDataString(id)}";

    /// <summary>Everything that can be done with an instance.</summary>
    public FlowLinks Flow(string id)
    {
        var self = Instance(id);
        return new FlowLinks(
            self, self + "/history", self + "/events", self + "/cancel", self + "/terminate", self + "/suspend", self + "/resume", self + "/retry",
            self + "/events/{name}", $"{_base}/#/flows/{Uri.EscapeDataString(id)}");
    }

    /// <summary>The Durable Functions status URL of an instance.</summary>
    public string DurableStatus(string id) => Durable(id, "", "");

    /// <summary>The Durable Functions check-status payload of an instance.</summary>
    public CheckStatusPayload CheckStatus(string id) => new()
    {
        Id = id,
        StatusQueryGetUri = Durable(id, "", ""),
        SendEventPostUri = Durable(id, "/raiseEvent/{eventName}", ""),
        TerminatePostUri = Durable(id, "/terminate", "reason={text}"),
        RewindPostUri = Durable(id, "/rewind", "reason={text}"),
        PurgeHistoryDeleteUri = Durable(id, "", ""),
        RestartPostUri = Durable(id, "/restart", ""),
        SuspendPostUri = Durable(id, "/suspend", "reason={text}"),
        ResumePostUri = Durable(id, "/resume", "reason={text}"),
    };

    private string Durable(string id, string verb, string query)
    {
        var code = _codes?.For(id) is { } c ? "code=" + c : "";
        var all = string.Join('&', new[] { query, code }.Where(q => q.Length > 0));
        return $"{_base}/runtime/webhooks/durabletask/instances/{Uri.EscapeDataString(id)}{verb}{(all.Length == 0 ? "" : "?" + all)}";
    }
}
