using System.Runtime.InteropServices;

namespace MediaFlows.Engine.Runtime;

/// <summary>A durable timer that has not fired.</summary>
/// <param name="Id">Timer id.</param>
/// <param name="DueTicks">UTC ticks.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PendingTimer(int Id, long DueTicks);
