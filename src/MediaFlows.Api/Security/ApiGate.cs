using MediaFlows.Api.Problems;
using MediaFlows.Api.Routing;
using MediaFlows.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Security;

/// <summary>
/// The embedded host's front door, after routing and before the endpoints: headers, host name, key, and problem documents for everything
/// that no handler answers (unknown paths, wrong methods, broken requests). On Azure the Functions host checks the keys instead.
/// </summary>
public sealed class ApiGate
{
    private readonly RequestDelegate _next;
    private readonly KeyCheck _keys;
    private readonly ApiOptions _options;

    /// <summary>Guards <paramref name="next"/>.</summary>
    public ApiGate(RequestDelegate next, KeyCheck keys, ApiOptions options)
    {
        _next = next;
        _keys = keys;
        _options = options;
    }

    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        SecurityHeaders.Apply(context.Response.Headers);
        try
        {
            OriginCheck.Require(context, _options.AllowedHosts);
            var endpoint = context.GetEndpoint();
            _keys.Require(context, endpoint?.Metadata.GetMetadata<ApiRoute>());
            await _next(context);
            if (!context.Response.HasStarted && Unanswered(context) is { } error) await ProblemResult.From(error, context).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away; there is nobody to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await ProblemResult.From(e, context).ExecuteAsync(context);
        }
    }

    // The router answers an unknown path and a wrong method with a bare status; no handler of ours leaves one.
    private static FlowError? Unanswered(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>() is not null) return null;
        var path = context.Request.Path;
        return context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound =>
                new FlowError(ErrorCodes.RouteNotFound, $"Nothing is served at '{path}'.") { Hint = "GET /openapi/v1.json lists every path." },
            StatusCodes.Status405MethodNotAllowed =>
                new FlowError(ErrorCodes.MethodNotAllowed, $"'{path}' does not take {context.Request.Method}.") { Hint = $"It takes {context.Response.Headers.Allow}." },
            StatusCodes.Status415UnsupportedMediaType => new FlowError(ErrorCodes.UnsupportedContentType, "The content type is not supported."),
            _ => null,
        };
    }
}
