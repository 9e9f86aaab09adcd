using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Webhooks;

/// <summary>What a <see cref="NotifyRequest"/> must keep to, its URL's address aside.</summary>
public static class NotifyRules
{
    private const int LongestUrl = 2000;
    private const int LongestSecret = 1000;

    /// <summary>Checks form and words. No message quotes the secret.</summary>
    /// <exception cref="InvalidInputException">A rule is broken.</exception>
    public static void Check(NotifyRequest request)
    {
        var errors = new InputErrors();
        if (request.Url.Length is 0 or > LongestUrl) errors.Add("notify.url", $"notify.url has 1 to {LongestUrl} characters.");
        if (request.Secret.Length > LongestSecret || !WebhookSignature.CanSign(request.Secret))
            errors.Add("notify.secret", $"notify.secret is one secret or several separated by blanks, at most {LongestSecret} characters; what begins with whsec_ goes on in base64.");
        if (request.Events is { Count: 0 }) errors.Add("notify.events", "notify.events names at least one event; leave it out for every end.");
        foreach (var word in (request.Events ?? []).Where(e => !NotifyEvents.All.Contains(e, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).Take(3))
            errors.Add("notify.events", $"'{word}' is no event. There are: {string.Join(", ", NotifyEvents.All)}.");
        errors.ThrowIfAny();
    }
}
