using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Client;

/// <summary>Where the platform's client comes from: Functions hands it to each function by a binding and keeps it in no container.</summary>
public interface IDurableClientSource
{
    /// <summary>The client of the function that runs now.</summary>
    DurableTaskClient Current { get; }
}
