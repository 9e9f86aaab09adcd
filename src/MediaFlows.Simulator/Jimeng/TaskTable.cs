using System.Collections.Concurrent;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.Jimeng;

/// <summary>The accepted tasks and their life cycle.</summary>
internal sealed class TaskTable(CloudContext cloud)
{
    // Above 2⁶³, so that a client that reads ids as numbers is found out.
    private static readonly UInt128 FirstId = UInt128.Parse("18014398509481984000");

    private readonly ConcurrentDictionary<string, VisualTask> _tasks = new(StringComparer.Ordinal);
    private int _last;

    public CloudContext Cloud => cloud;

    public JimengKnobs Knobs { get; } = new(cloud);

    public DateTimeOffset Now => cloud.Time.GetUtcNow();

    public string NextId() => (FirstId + (UInt128)Interlocked.Increment(ref _last)).ToString();

    public VisualTask? Find(string id) => _tasks.GetValueOrDefault(id);

    public IEnumerable<VisualTask> Of(string reqKey) => _tasks.Values.Where(t => t.ReqKey == reqKey);

    /// <summary>Keeps a task and charges it.</summary>
    public void Accept(VisualTask task)
    {
        _tasks[task.Id] = task;
        cloud.Charges.Add("CVSync2AsyncSubmitTask", task.Id, $"{task.ReqKey}: {task.Prompt}", null, task.CreatedAt);
    }

    /// <summary>The status word by age: <c>in_queue</c>, <c>generating</c>, <c>done</c>, and <c>not_found</c> after 12 hours.</summary>
    public string StatusOf(VisualTask task)
    {
        var age = Now - task.CreatedAt;
        if (task.Cancelled) return "expired";
        return age >= Knobs.TaskLife ? "not_found" : age < Knobs.QueueTime ? "in_queue" : age < Knobs.JobTime ? "generating" : "done";
    }
}
