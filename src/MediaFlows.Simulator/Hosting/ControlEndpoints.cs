using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MediaFlows.Simulator.Faults;

namespace MediaFlows.Simulator.Hosting;

/// <summary>The routes below <c>/_sim</c>: scripted faults, knobs, counters and the ledger of charged submits.</summary>
internal static class ControlEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static void Map(WebApplication app, CloudContext context)
    {
        app.MapGet("/_sim/health", () => Results.Json(new { cloud = context.Name }, Json));
        app.MapGet("/_sim/charges", () => Results.Json(new { count = context.Charges.Count, charges = context.Charges.List() }, Json));
        app.MapGet("/_sim/requests", () => Results.Json(context.Requests, Json));
        app.MapPost("/_sim/faults", async (HttpRequest request) =>
        {
            FaultRule? rule;
            try
            {
                rule = await request.ReadFromJsonAsync<FaultRule>(Json);
            }
            catch (JsonException e)
            {
                return Results.Json(new { error = "A fault needs at least a kind: status, latency, dropBefore, dropAfter or truncate. " + e.Message }, Json, statusCode: 400);
            }

            context.Faults.Add(rule!);
            return Results.NoContent();
        });
        app.MapDelete("/_sim/faults", () =>
        {
            context.Faults.Clear();
            return Results.NoContent();
        });
        app.MapPut("/_sim/knobs", async (HttpRequest request) =>
        {
            foreach (var (name, value) in (await request.ReadFromJsonAsync<JsonObject>())!)
            {
                if (value is null) context.Knobs.TryRemove(name, out _);
                else context.Knobs[name] = value.DeepClone();
            }

            return Results.Json(context.Knobs, Json);
        });
    }
}
