using MediaFlows.Engine.Activities;

namespace MediaFlows.Engine.Runtime;

/// <summary>An activity that was scheduled and has no result yet.</summary>
/// <param name="id">Task id.</param>
/// <param name="offset">Offset of its <c>TaskScheduled</c> event in the history, from where a restart takes name and input.</param>
internal sealed class PendingTask(int id, int offset)
{
    public int Id { get; } = id;

    public int Offset { get; } = offset;

    /// <summary>The run in this process, or null before it was dispatched.</summary>
    public ActivityRun? Run { get; set; }
}
