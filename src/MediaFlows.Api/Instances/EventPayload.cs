using System.Text.Json;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Instances;

/// <summary>Reads an external event from a request.</summary>
internal static class EventPayload
{
    /// <summary>The body as payload; JSON null when there is none.</summary>
    /// <exception cref="InvalidInputException">The name is reserved or too long.</exception>
    public static async Task<JsonElement> ReadAsync(HttpContext context, string name)
    {
        if (name.Length is 0 or > 200) throw new InvalidInputException("name", "An event name has 1 to 200 characters.");
        if (name.StartsWith(FlowEvents.Prefix, StringComparison.OrdinalIgnoreCase))
            throw new InvalidInputException("name", $"Event names that begin with '{FlowEvents.Prefix}' are reserved. To cancel, use the cancel verb.");
        return await JsonBody.ReadAsync(context.Request, context.RequestAborted) ?? JsonElement.Parse("null"u8);
    }
}
