using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Api.Mcp;

/// <summary>
/// The host's HTTP API as the tools use it. The tools speak HTTP so that one MCP server works with a host in the same process, on this machine, or on Azure,
/// and can do nothing that the API would not allow.
/// </summary>
internal sealed class HostCalls(HttpClient http)
{
    public Task<HostAnswer> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, null, cancellationToken);

    public Task<HostAnswer> PostAsync(string path, JsonNode? body, CancellationToken cancellationToken, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body, headers, cancellationToken);

    private async Task<HostAnswer> SendAsync(HttpMethod method, string path, JsonNode? body, (string Name, string Value)[]? headers, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Accept.ParseAdd("application/json");
        if (body is not null) request.Content = JsonContent.Create(body);
        foreach (var (name, value) in headers ?? []) request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            return new HostAnswer((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
        }
        catch (HttpRequestException e)
        {
            return Unreachable($"The host at {http.BaseAddress} cannot be reached ({e.HttpRequestError}).");
        }
        catch (JsonException)
        {
            return Unreachable($"What answers at {http.BaseAddress} is not a MediaFlows host.");
        }
    }

    private static HostAnswer Unreachable(string detail) => new(0, new JsonObject { ["detail"] = detail, ["hint"] = "Start it with 'mediaflows serve'." });
}
