namespace MediaFlows.Simulator.Hosting;

/// <summary>
/// One simulated cloud: wire-compatible with the real one, as far as MediaFlows and the cloud's official SDKs use it.
/// Classes that implement this are found by scanning the assembly, so adding a cloud is adding a folder. Each gets its own loopback port.
/// </summary>
public interface ISimulatedCloud
{
    /// <summary>Provider name as in the catalog (<c>byteplus</c>).</summary>
    string Name { get; }

    /// <summary>The operation that a request asks for, as fault rules and counters name it (<c>StartExecution</c>, <c>PUT object</c>).</summary>
    string OperationOf(HttpContext request);

    /// <summary>Maps the cloud's endpoints. Called once per simulator; <paramref name="cloud"/> holds all state.</summary>
    void Map(WebApplication app, CloudContext cloud);

    /// <summary>Environment variables that point MediaFlows at this cloud, credentials of the simulated account included.</summary>
    IReadOnlyDictionary<string, string> Environment(Uri baseUri);
}
