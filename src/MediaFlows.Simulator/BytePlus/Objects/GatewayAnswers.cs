using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.BytePlus.Objects;

/// <summary>The upload gateway's answer frame; other than the OpenAPI's.</summary>
internal static class GatewayAnswers
{
    public static IResult Success(JsonObject payload) => Results.Json(new JsonObject { ["success"] = 0, ["payload"] = payload });

    public static IResult Failure(int status, int code, string message) => Results.Json(
        new JsonObject { ["success"] = 1, ["error"] = new JsonObject { ["code"] = code, ["error"] = message, ["message"] = message } },
        statusCode: status);
}
