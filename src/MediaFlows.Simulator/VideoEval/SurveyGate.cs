using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.VideoEval;

/// <summary>What every request passes: the bearer key and the product header. Answers are in the frame <c>code, message, data</c>.</summary>
internal static class SurveyGate
{
    private const string Scheme = "bearer ";

    public static async Task<IResult> HandleAsync(HttpRequest request, Func<Task<IResult>> handle)
    {
        var authorization = request.Headers.Authorization.ToString();
        var key = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..] : "";
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(VideoEvalCloud.ApiKey)))
            return Refuse(401, 401, "unauthorized");
        return request.Headers["x-product-version"] == "20" ? await handle() : Refuse(400, 40000, "x-product-version must be 20");
    }

    public static IResult Answer(JsonNode data) => Results.Json(new JsonObject { ["code"] = 0, ["message"] = "success", ["data"] = data });

    public static IResult Refuse(int status, int code, string message) =>
        Results.Json(new JsonObject { ["code"] = code, ["message"] = message, ["data"] = null }, statusCode: status);
}
