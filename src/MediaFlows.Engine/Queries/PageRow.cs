using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Queries;

/// <summary>One candidate of a page: seen in memory, or to be read from the archive.</summary>
internal readonly record struct PageRow(long Number, InstanceView? View, FinishedRow? Row);
