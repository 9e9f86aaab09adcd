using MediaFlows.Api.Security;
using MediaFlows.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Dashboard;

/// <summary><c>GET /</c> and the files beside it. They hold no data: the page asks for the key and reads everything through the API.</summary>
public sealed class DashboardHandler
{
    /// <summary>The file at <paramref name="path"/>, with an ETag and the page's content security policy.</summary>
    /// <exception cref="FlowException"><c>MF1011</c>.</exception>
    public Task<IResult> GetAsync(HttpContext context, string path)
    {
        var asset = DashboardAssets.Find(path)
            ?? throw new FlowException(ErrorCodes.RouteNotFound, $"Nothing is served at '/{path}'.", "GET /openapi/v1.json lists every path.");
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = SecurityHeaders.DashboardPolicy;
        headers.CacheControl = "no-cache";
        headers.ETag = asset.ETag;
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(asset.ETag, StringComparison.Ordinal))
            return Task.FromResult(Results.StatusCode(StatusCodes.Status304NotModified));
        return Task.FromResult(Results.Bytes(asset.Bytes, asset.ContentType));
    }
}
