using System.Globalization;
using MediaFlows.Engine.Runtime;

namespace MediaFlows.Engine.Queries;

/// <summary>What a live instance waits for, from the very state that will wake it.</summary>
internal static class Waiting
{
    private const int MostNames = 3;

    /// <summary>UTC ticks of the next wake by a timer, or null.</summary>
    public static long? NextWake(Instance instance)
    {
        if (!instance.HasStarted && instance.Header.StartAtTicks > 0) return instance.Header.StartAtTicks;
        return instance.Timers is { Count: > 0 } timers ? timers.Min(t => t.DueTicks) : null;
    }

    /// <summary>In plain words.</summary>
    public static string Describe(Instance instance)
    {
        if (instance.Blocked is { } blocked) return $"code that fits ({blocked.Code})";
        if (instance.Suspended) return "resume";
        var causes = Causes(instance).Distinct(StringComparer.Ordinal).ToList();
        if (causes.Count == 0) return instance.HasStarted ? "its next turn" : "its first turn";
        var shown = string.Join(" or ", causes.Take(MostNames));
        return causes.Count > MostNames ? $"{shown} or {causes.Count - MostNames} more" : shown;
    }

    private static IEnumerable<string> Causes(Instance instance)
    {
        foreach (var task in instance.Tasks ?? []) yield return $"activity {instance.EventAt(task.Offset).Name}";
        foreach (var child in instance.SubFlows ?? []) yield return $"flow {child.Flow} ({child.ChildId})";
        foreach (var name in instance.Execution?.AwaitedEvents ?? []) yield return $"event {name}";
        if (NextWake(instance) is { } due)
            yield return "timer until " + new DateTime(due, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
    }
}
