using MediaFlows.Api.Routing;
using MediaFlows.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Security;

/// <summary>Decides whether a request may pass: denied unless the route is open or the right key was shown.</summary>
public sealed class KeyCheck
{
    private readonly IApiKeys _keys;
    private readonly InstanceCodes _codes;
    private readonly WrongKeyLimit _limit;

    /// <summary>Checks against <paramref name="keys"/>.</summary>
    public KeyCheck(IApiKeys keys, InstanceCodes codes, WrongKeyLimit limit)
    {
        _keys = keys;
        _codes = codes;
        _limit = limit;
    }

    /// <summary>Lets the request to <paramref name="route"/> (null: no route of ours) pass, or throws.</summary>
    /// <exception cref="FlowException"><c>MF5001</c>, or <c>MF5005</c> after too many wrong keys.</exception>
    public void Require(HttpContext context, ApiRoute? route)
    {
        if (route?.Auth == ApiAuth.Anonymous) return;
        var byCode = route?.Auth is ApiAuth.KeyOrCode or ApiAuth.KeyOrInstanceCode;
        var presented = Presented(context.Request, byCode);
        if (presented is not null)
        {
            if (KeyComparison.IsAny(_keys.Current, presented)) return;
            if (route?.Auth == ApiAuth.KeyOrInstanceCode && context.Route("id") is { Length: > 0 } id && _codes.Matches(id, presented)) return;
            if (_limit.Exceeded(context.Connection.RemoteIpAddress))
                throw new FlowException(ErrorCodes.TooManyWrongKeys, "Too many requests with a wrong API key came from this address.", "Correct the key and wait a minute.");
        }

        throw new FlowException(
            ErrorCodes.Unauthorized,
            presented is null ? "The API key is missing." : "The API key is wrong.",
            "Send it as x-functions-key: <key> or Authorization: Bearer <key>.");
    }

    private static string? Presented(HttpRequest request, bool byCode)
    {
        if (request.Headers.TryGetValue("x-functions-key", out var header) && header.Count > 0) return header[0];
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return authorization["Bearer ".Length..].Trim();
        return byCode && request.Query.TryGetValue("code", out var code) && code.Count > 0 ? code[0] : null;
    }
}
