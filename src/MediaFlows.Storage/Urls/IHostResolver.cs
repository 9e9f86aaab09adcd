using System.Net;

namespace MediaFlows.Storage.Urls;

/// <summary>Turns host names into addresses.</summary>
public interface IHostResolver
{
    /// <summary>All addresses of <paramref name="host"/>, in the order to try them.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The name cannot be resolved.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
