namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>Generates flows from the seed, and says what each of them must have done when it is through: the reference that the engine is held to.</summary>
internal sealed class SimPrograms(Random random)
{
    private int _keys;

    public List<SimStep> Next(int depth = 0)
    {
        var steps = new List<SimStep>();
        for (var i = random.Next(1, 6 - depth); i > 0; i--) steps.Add(Step(depth));
        if (depth == 0 && random.Next(4) == 0) steps.Insert(random.Next(steps.Count), new SimStep("again", Key()));
        return steps;
    }

    /// <summary>The log of a run that nobody stopped.</summary>
    public static IEnumerable<string> Expected(IEnumerable<SimStep> steps) => steps.Select(Expected);

    /// <summary>Keys of the events that a flow waits for, by the instance that must get them.</summary>
    public static IEnumerable<(string Instance, string Key)> Events(string instance, IEnumerable<SimStep> steps) => steps.SelectMany(s => s.Kind switch
    {
        "event" => [(instance, s.Key)],
        "child" => Events(s.Key, s.Steps),
        "all" => Events(instance, s.Steps),
        _ => [],
    });

    private SimStep Step(int depth)
    {
        var key = Key();
        return random.Next(depth < 2 ? 12 : 9) switch
        {
            0 or 1 or 2 => new SimStep("act", key) { N = random.Next(3) == 0 ? random.Next(4) : 0 },
            3 => new SimStep("timer", key) { N = random.Next(1, 4000) },
            4 => new SimStep("event", key),
            5 => new SimStep("maybe", key) { N = random.Next(1, 300) },
            6 => new SimStep("id", key),
            7 => random.Next(2) == 0 ? new SimStep("fragile", key) : new SimStep("big", key) { N = random.Next(1, 4000) },
            8 => depth == 0 ? new SimStep("end", key) : new SimStep("act", key),
            9 => new SimStep("child", key) { Steps = Next(depth + 1) },
            _ => new SimStep("all", key) { N = random.Next(1, 4), Steps = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Step(2))] },
        };
    }

    private string Key() => $"k{++_keys}";

    private static string Expected(SimStep step) => step.Kind switch
    {
        "big" => new string('x', step.N),
        "timer" => $"timer {step.Key}",
        "event" => $"event {step.Key}",
        "maybe" => $"maybe {step.Key}",
        "child" => $"child {step.Key}[{string.Join(";", Expected(step.Steps))}]",
        "all" => $"all({string.Join(",", step.Steps.Select(Expected))})",
        "end" => $"end {step.Key}",
        "again" => "again",
        _ => $"done {step.Key}",
    };
}
