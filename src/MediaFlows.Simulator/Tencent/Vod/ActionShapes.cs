using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>Checks the members of a request against the action's shape.</summary>
internal static class ActionShapes
{
    private static readonly Dictionary<string, ActionShape> Shapes = Read();

    public static void Check(string action, JsonObject body)
    {
        if (!Shapes.TryGetValue(action, out var shape)) throw new VodException("InvalidAction", $"The action {action} does not exist.");
        foreach (var (name, _) in body)
            if (!shape.Members.Contains(name)) throw new VodException("UnknownParameter", $"The parameter `{name}` is not recognized.");
        foreach (var name in shape.Required)
            if (body[name] is null) throw new VodException("MissingParameter", $"The request is missing a required parameter `{name}`.");
    }

    private static Dictionary<string, ActionShape> Read()
    {
        using var stream = typeof(ActionShapes).Assembly.GetManifestResourceStream("MediaFlows.Simulator.Tencent.Data.actions.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, ActionShape>>(stream, JsonSerializerOptions.Web)!;
    }
}
