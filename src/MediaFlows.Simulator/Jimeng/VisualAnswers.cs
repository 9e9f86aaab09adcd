using System.Globalization;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.Jimeng;

/// <summary>Answers in the service's own envelope.</summary>
internal sealed class VisualAnswers(TimeProvider time)
{
    private int _requests;

    public IResult Success(JsonObject data) => Results.Json(Envelope(10000, data, "Success"));

    /// <summary>A refusal; <paramref name="data"/> is null on real errors.</summary>
    public IResult Refuse(string code, JsonObject? data = null)
    {
        var (status, message) = VisualCodes.Of(code);
        return Results.Json(Envelope(int.Parse(code, CultureInfo.InvariantCulture), data, message), statusCode: data is null ? status : 200);
    }

    /// <summary>A refusal as the gateway wraps it: the code is text.</summary>
    public IResult Wrap(string code)
    {
        var (status, message) = VisualCodes.Of(code);
        var error = new JsonObject { ["CodeN"] = int.Parse(code, CultureInfo.InvariantCulture), ["Code"] = code, ["Message"] = message };
        return Results.Json(new JsonObject { ["ResponseMetadata"] = new JsonObject { ["RequestId"] = NextRequestId(), ["Error"] = error } }, statusCode: status);
    }

    private JsonObject Envelope(int code, JsonObject? data, string message) => new()
    {
        ["code"] = code,
        ["data"] = data,
        ["message"] = message,
        ["request_id"] = NextRequestId(),
        ["status"] = code,
        ["time_elapsed"] = "57.354545ms",
    };

    private string NextRequestId() =>
        time.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + Interlocked.Increment(ref _requests).ToString("X16", CultureInfo.InvariantCulture);
}
