using MediaFlows.Api.Reading;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Health;

/// <summary><c>/healthz</c> and <c>/readyz</c>. They say one word each, so they need no key.</summary>
public sealed class HealthHandler
{
    private readonly IReadiness _readiness;

    /// <summary>Asks <paramref name="readiness"/>.</summary>
    public HealthHandler(IReadiness readiness) => _readiness = readiness;

    /// <summary>The process runs.</summary>
    public Task<IResult> LiveAsync(HttpContext context) => Task.FromResult(ApiJson.Result(new HealthDocument("ok")));

    /// <summary>The host takes work.</summary>
    public Task<IResult> ReadyAsync(HttpContext context)
    {
        if (_readiness.IsReady) return Task.FromResult(ApiJson.Result(new HealthDocument("ready")));
        context.Response.Headers.RetryAfter = "1";
        return Task.FromResult(ApiJson.Result(new HealthDocument("notReady"), StatusCodes.Status503ServiceUnavailable));
    }
}
