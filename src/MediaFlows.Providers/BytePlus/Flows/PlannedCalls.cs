using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.BytePlus.Api;
using MediaFlows.Providers.Volcengine;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>
/// Shows the requests of a run, made by the same functions that make the real ones; what only an answer can give stands in braces.
/// </summary>
internal sealed class PlannedCalls(IConfiguration settings)
{
    private const string Hidden = "***";
    private readonly BytePlusConnection _connection = new(settings, NoSecrets.Instance);

    public string Scheme => _connection.Scheme;

    public PlannedRequest Call(string step, VolcengineCall call, string? note = null, bool charged = false)
    {
        var endpoint = _connection.Endpoint;
        var query = CanonicalQuery.Build(call.FullQuery).Replace("%7B", "{", StringComparison.Ordinal).Replace("%7D", "}", StringComparison.Ordinal);
        return new PlannedRequest(step, call.Body is null ? "GET" : "POST", $"{endpoint.Scheme}://{endpoint.Host}/?{query}")
        {
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Authorization"] = $"HMAC-SHA256 Credential={Hidden}, SignedHeaders=content-type;host;x-content-sha256;x-date, Signature={Hidden}",
                ["Content-Type"] = call.ContentType,
            },
            Body = call.Body is { } body ? JsonNode.Parse(body.Span) : null,
            Charged = charged,
            Note = note,
        };
    }

    public PlannedRequest Put(string step, string fileName, string query, string? body, string? note = null) =>
        new(step, "PUT", $"{Scheme}://{{upload host}}/{{bucket}}/{fileName}{query}")
        {
            Headers = query.Length == 0 ? Headers("Content-CRC32") : query.Contains("partNumber", StringComparison.Ordinal) ? Headers("Content-CRC32", "X-Storage-Mode") : Headers("X-Storage-Mode"),
            Body = body is null ? null : JsonValue.Create(body),
            Note = note,
        };

    private static Dictionary<string, string> Headers(params string[] names)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Authorization"] = Hidden };
        foreach (var name in names) headers[name] = name == "X-Storage-Mode" ? "gateway" : "{crc32 of the bytes}";
        return headers;
    }

    private sealed class NoSecrets : Core.Secrets.ISecretSource
    {
        public static readonly NoSecrets Instance = new();

        public ValueTask<string?> GetAsync(string name, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
    }
}
