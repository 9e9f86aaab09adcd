using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.Faults;

/// <summary>Applies the fault plan around the cloud's handlers and counts requests.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, ISimulatedCloud cloud, CloudContext context)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/_sim", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        var operation = cloud.OperationOf(http);
        context.Requests.AddOrUpdate(operation, 1, (_, n) => n + 1);
        var fault = context.Faults.Take(operation);
        switch (fault?.Kind)
        {
            case null:
                await next(http);
                break;
            case FaultKind.Latency:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), context.Time, http.RequestAborted);
                await next(http);
                break;
            case FaultKind.DropBefore:
                http.Abort();
                break;
            case FaultKind.Status:
                http.Response.StatusCode = fault.Status;
                foreach (var (name, value) in fault.Headers) http.Response.Headers[name] = value;
                if (fault.Body is not null) await http.Response.WriteAsJsonAsync(fault.Body);
                break;
            default:
                await RunAndBreakAsync(http, fault.Kind);
                break;
        }
    }

    private async Task RunAndBreakAsync(HttpContext http, FaultKind kind)
    {
        var real = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        await next(http);
        http.Response.Body = real;
        if (kind == FaultKind.Truncate)
        {
            http.Response.ContentLength = buffer.Length;
            await real.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length / 2));
            await real.FlushAsync();
        }

        http.Abort();
    }
}
