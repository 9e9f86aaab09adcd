using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Limits.Calls;

/// <summary>Registration of paced clients.</summary>
public static class PacedClients
{
    /// <summary>Every request of this client is an API call of <paramref name="provider"/> and keeps to its rate. Not for clients that carry media.</summary>
    public static IHttpClientBuilder PacedAs(this IHttpClientBuilder client, string provider) =>
        client.AddHttpMessageHandler(s => new PacedCalls(s.GetRequiredService<ICallPacer>(), provider, s.GetRequiredService<TimeProvider>()));
}
