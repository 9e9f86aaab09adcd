using System.Net;
using System.Net.Sockets;

namespace MediaFlows.Local;

/// <summary>Free TCP ports on the loopback address.</summary>
public static class FreePorts
{
    /// <summary>
    /// <paramref name="count"/> different ports that were free a moment ago. They are not reserved: bind soon, and treat a taken one as an error
    /// of the moment. Prefer port 0 wherever the server can say which one it got.
    /// </summary>
    public static int[] Find(int count)
    {
        var listeners = new List<TcpListener>();
        try
        {
            for (var i = 0; i < count; i++)
            {
                var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                listeners.Add(listener);
            }

            return [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in listeners) listener.Dispose();
        }
    }

    /// <summary>One free port.</summary>
    public static int Find() => Find(1)[0];

    /// <summary>True when something listens on <paramref name="port"/> already, so that a server cannot bind it.</summary>
    public static bool IsTaken(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
