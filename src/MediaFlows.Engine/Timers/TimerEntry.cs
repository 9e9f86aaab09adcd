using System.Runtime.InteropServices;

namespace MediaFlows.Engine.Timers;

/// <summary>What a due time belongs to.</summary>
/// <param name="Number">The instance.</param>
/// <param name="Id">The timer's task id; 0 for a delayed start.</param>
/// <param name="DueTicks">UTC ticks.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimerEntry(long Number, int Id, long DueTicks);
