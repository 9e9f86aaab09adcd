namespace MediaFlows.Simulator.Volcengine;

/// <summary>
/// The gateway in front of a simulated Volcengine service: reads the body, verifies the signature, finds the action. It answers with a
/// <c>Date</c> header of the simulated clock, which is what a client with a wrong clock corrects itself by.
/// </summary>
public sealed class VolcengineGate(VolcengineVerifier verifier, VolcengineEnvelope envelope, TimeProvider time)
{
    /// <summary>Largest body of an OpenAPI call, in bytes (base64 images of other services included).</summary>
    public const int LargestBody = 32 * 1024 * 1024;

    /// <summary>Runs a call: <paramref name="dispatch"/> gets a verified one and returns null when it does not know the action.</summary>
    public async Task<IResult> HandleAsync(HttpRequest request, Func<VolcengineRequest, Task<IResult?>> dispatch)
    {
        request.HttpContext.Response.Headers.Date = time.GetUtcNow().ToString("R");
        var action = request.Query["Action"].ToString();
        var version = request.Query["Version"].ToString();
        if (action.Length == 0) return envelope.Refuse(action, version, VolcengineRefusal.MissingParameter("Action"));
        if (version.Length == 0) return envelope.Refuse(action, version, VolcengineRefusal.MissingParameter("Version"));
        if (request.ContentLength > LargestBody)
            return envelope.Refuse(action, version, new VolcengineRefusal(413, "InvalidParameter", null, "The body is too large."));

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var bytes = body.ToArray();
        if (verifier.Check(request, bytes) is { } refusal) return envelope.Refuse(action, version, refusal);
        var result = await dispatch(new VolcengineRequest(action, version, request, bytes));
        return result ?? envelope.Refuse(action, version, VolcengineRefusal.InvalidAction(action, version));
    }
}
