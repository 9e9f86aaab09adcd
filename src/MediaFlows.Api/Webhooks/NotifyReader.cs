using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Webhooks;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Webhooks;

/// <summary>
/// Reads whom a start wants told: from the member <c>notify</c> of a JSON body, or from headers, which a body that is a manifest leaves room for.
/// Never from the query: addresses are logged on the way, and the secret with them.
/// </summary>
internal static class NotifyReader
{
    public const string Member = "notify";
    public const string UrlHeader = "Notify-Url";
    public const string SecretHeader = "Notify-Secret";
    public const string EventsHeader = "Notify-Events";

    /// <summary>Takes the member off <paramref name="body"/>.</summary>
    public static NotifyRequest? TakeFrom(ref JsonElement body, FlowSerializer serializer, QueryValues query)
    {
        if (!body.TryGetProperty(Member, out var receiver)) return null;
        var rest = JsonObject.Create(body)!;
        rest.Remove(Member);
        body = JsonSerializer.SerializeToElement(rest);
        try
        {
            return (NotifyRequest)serializer.ReadInput(receiver, typeof(NotifyRequest));
        }
        catch (InvalidInputException e)
        {
            foreach (var (_, findings) in e.Fields) query.Add(Member, $"'notify' takes url, secret and events: {string.Join(' ', findings)}");
            return null;
        }
    }

    /// <summary>What the headers say, unless the body said it.</summary>
    public static NotifyRequest? FromHeaders(HttpRequest request, NotifyRequest? inBody, QueryValues query)
    {
        var (url, secret, events) = (Header(request, UrlHeader), Header(request, SecretHeader), Header(request, EventsHeader));
        if (url is null && secret is null && events is null) return inBody;
        if (inBody is not null) query.Add(UrlHeader, "The webhook is named by the member 'notify' or by headers, not by both.");
        if (url is null) query.Add(UrlHeader, $"A webhook needs the header {UrlHeader}.");
        if (secret is null) query.Add(SecretHeader, $"A webhook needs the header {SecretHeader}.");
        if (url is null || secret is null) return null;
        return new NotifyRequest { Url = url, Secret = secret, Events = events?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
    }

    private static string? Header(HttpRequest request, string name) => request.Headers[name].ToString() is { Length: > 0 } value ? value : null;
}
