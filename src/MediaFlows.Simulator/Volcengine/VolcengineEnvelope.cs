using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MediaFlows.Simulator.Volcengine;

/// <summary>The answer frame <c>{"ResponseMetadata":{…},"Result":{…}}</c> of the gateway.</summary>
/// <param name="Service">Service named in the metadata.</param>
/// <param name="Region">Region named in the metadata.</param>
/// <param name="Time">Clock for request ids.</param>
public sealed record VolcengineEnvelope(string Service, string Region, TimeProvider Time)
{
    private static long _requests;

    /// <summary>A successful answer.</summary>
    public JsonHttpResult<JsonObject> Result(string action, string version, JsonNode? result) =>
        TypedResults.Json(new JsonObject { ["ResponseMetadata"] = Metadata(action, version), ["Result"] = result });

    /// <summary>A refusal; it carries no <c>Result</c>.</summary>
    public JsonHttpResult<JsonObject> Refuse(string action, string version, VolcengineRefusal refusal)
    {
        var error = new JsonObject();
        if (refusal.CodeN is { } number) error["CodeN"] = number;
        error["Code"] = refusal.Code;
        error["Message"] = refusal.Message;
        var metadata = Metadata(action, version);
        metadata["Error"] = error;
        return TypedResults.Json(new JsonObject { ["ResponseMetadata"] = metadata }, statusCode: refusal.Status);
    }

    private JsonObject Metadata(string action, string version) => new()
    {
        ["RequestId"] = Time.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + Interlocked.Increment(ref _requests).ToString("X16", CultureInfo.InvariantCulture),
        ["Action"] = action,
        ["Version"] = version,
        ["Service"] = Service,
        ["Region"] = Region,
    };
}
