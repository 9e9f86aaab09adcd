using System.Net;
using System.Net.Sockets;

namespace MediaFlows.Storage.Urls;

/// <summary>
/// Opens connections to permitted addresses only. The name is resolved once per connection, and the very address that was checked is the one
/// connected to, so a name that changes its answer in between gains nothing.
/// </summary>
internal sealed class AddressGuard(IHostResolver resolver, UrlAllowList allowed, Func<IPEndPoint, CancellationToken, Task<Stream>>? connect = null)
{
    private readonly Func<IPEndPoint, CancellationToken, Task<Stream>> _connect = connect ?? ConnectTcpAsync;

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        Exception? last = null;
        foreach (var address in await PermittedAsync(target.Host, cancellationToken))
        {
            try
            {
                return await _connect(new IPEndPoint(address, target.Port), cancellationToken);
            }
            catch (SocketException e)
            {
                last = e;
            }
        }

        throw last!;
    }

    /// <summary>The addresses of <paramref name="host"/> that may be connected to.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF5002</c> when there is none.</exception>
    public async Task<IReadOnlyList<IPAddress>> PermittedAsync(string host, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolver.ResolveAsync(host, cancellationToken);
        IPAddress[] permitted = allowed.AllowsHost(host) ? [.. addresses] : [.. addresses.Where(a => PublicAddresses.Contains(a) || allowed.AllowsAddress(a))];
        return permitted.Length > 0 ? permitted : throw UrlRefusals.NotPublic(host);
    }

    private static async Task<Stream> ConnectTcpAsync(IPEndPoint target, CancellationToken cancellationToken)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
