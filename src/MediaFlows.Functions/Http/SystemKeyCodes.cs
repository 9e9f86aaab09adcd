using MediaFlows.Api.Security;
using MediaFlows.Functions.Client;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;

namespace MediaFlows.Functions.Http;

/// <summary>
/// On Azure the Durable Task extension serves the instance routes and opens them with its system key, which the client binding brings along.
/// That key opens every instance, as it does in any Durable Functions app.
/// </summary>
public sealed class SystemKeyCodes : IInstanceCodes
{
    private readonly IDurableClientSource _client;

    /// <summary>Takes the key from the bound client.</summary>
    public SystemKeyCodes(IDurableClientSource client) => _client = client;

    /// <inheritdoc/>
    public string? For(string id)
    {
        var status = _client.Current.CreateHttpManagementPayload(id).StatusQueryGetUri;
        return status is not null && QueryHelpers.ParseQuery(new Uri(status).Query).TryGetValue("code", out var code) ? Uri.EscapeDataString(code.ToString()) : null;
    }
}
