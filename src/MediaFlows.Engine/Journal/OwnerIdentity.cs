namespace MediaFlows.Engine.Journal;

/// <summary>This process, as an owner.</summary>
/// <param name="Id">Random, new for every start.</param>
/// <param name="Machine">Host name.</param>
/// <param name="ProcessId">Operating system's process id.</param>
/// <param name="ProcessStart">UTC ticks of the process's start.</param>
internal sealed record OwnerIdentity(string Id, string Machine, int ProcessId, long ProcessStart);
