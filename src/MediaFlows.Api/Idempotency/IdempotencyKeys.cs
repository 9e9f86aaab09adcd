using MediaFlows.Api.Reading;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Idempotency;

/// <summary>Reads the <c>Idempotency-Key</c> header.</summary>
internal static class IdempotencyKeys
{
    public const string Header = "Idempotency-Key";

    /// <summary>The key without the quotes of the IETF draft's form, or null when there is none. What is wrong is added to <paramref name="errors"/>.</summary>
    public static string? Read(HttpRequest request, QueryValues errors)
    {
        if (!request.Headers.TryGetValue(Header, out var values)) return null;
        var key = values.Count == 1 ? values[0]!.Trim() : "";
        if (key.Length >= 2 && key[0] == '"' && key[^1] == '"') key = key[1..^1];
        if (key.Length is >= 1 and <= 255 && key.All(c => c is > ' ' and <= '~')) return key;
        errors.Add(Header, "An idempotency key is given once and has 1 to 255 visible ASCII characters.");
        return null;
    }
}
