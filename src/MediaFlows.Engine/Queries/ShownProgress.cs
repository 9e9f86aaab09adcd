using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Engine.Replay;
using MediaFlows.Engine.Runtime;

namespace MediaFlows.Engine.Queries;

/// <summary>The custom status with the finer progress of what runs now laid over it: the child that it names, the activity that reports.</summary>
internal static class ShownProgress
{
    private const int DeepestChild = 8;

    public static JsonNode? Of(Instance instance, Hub? hub, EngineParts parts) => Of(instance, hub, parts, 0);

    private static JsonNode? Of(Instance instance, Hub? hub, EngineParts parts, int depth)
    {
        var own = instance.Progress.IsEmpty ? null : JsonNode.Parse(instance.Progress.Span);
        if (instance.IsEnded || hub is null) return own;
        if (depth < DeepestChild && (own as JsonObject)?["child"]?.GetValue<string>() is { } childId && hub.LivingChild(childId) is { } child)
            own = Lay(own, Of(child, hub, parts, depth + 1));
        foreach (var task in instance.Tasks ?? [])
        {
            if (task.Run?.Progress is { } live) own = Lay(own, JsonSerializer.SerializeToNode(live, parts.Serializer.Options));
        }

        return own;
    }

    private static JsonNode? Lay(JsonNode? under, JsonNode? over)
    {
        if (over is not JsonObject finer) return under;
        if (under is not JsonObject coarse) return over;
        foreach (var (name, value) in finer)
            if (value is not null && name != "child") coarse[name] = value.DeepClone();
        return coarse;
    }
}
