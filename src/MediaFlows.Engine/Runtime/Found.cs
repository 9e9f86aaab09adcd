using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Runtime;

/// <summary>Where an instance is: in memory, in the archive, or nowhere (both null).</summary>
/// <param name="View">What was seen of it in memory.</param>
/// <param name="Row">Where its document lies.</param>
internal readonly record struct Found<T>(T? View, FinishedRow? Row)
    where T : class;
