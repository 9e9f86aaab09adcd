using System.Text.Json.Nodes;

namespace MediaFlows.Cli.Console;

/// <summary>One line that says where a flow stands, made from its status document.</summary>
internal static class ProgressLine
{
    public static string Of(JsonObject status)
    {
        var parts = new List<string> { $"{Text(status, "pipeline")} {Text(status, "id")}", Text(status, "state") ?? "?" };
        if (status["progress"] is JsonObject p)
        {
            if (Text(p, "stage") is { } stage) parts.Add($"[{stage}]");
            if (p["bytesTotal"]?.GetValue<double>() is { } total and > 0) parts.Add(total < 1048576 ? $"{p["bytesSent"] ?? 0} of {total} bytes" : $"{Mib(p["bytesSent"])} of {total / 1048576:0.0} MiB");
            if (p["attempt"] is { } attempt) parts.Add($"poll {attempt}" + (p["maxAttempts"] is { } max ? $"/{max}" : ""));
            if (Text(p, "providerState") is { Length: > 0 } provider) parts.Add(provider);
            if (p["percent"] is { } percent) parts.Add($"{percent}%");
            if (Text(p, "message") is { Length: > 0 } message) parts.Add(message);
        }
        else if (Text(status, "waitingFor") is { } waiting)
        {
            parts.Add(waiting);
        }

        return string.Join("  ", parts);
    }

    private static string Mib(JsonNode? bytes) => ((bytes?.GetValue<double>() ?? 0) / 1048576).ToString("0.0");

    private static string? Text(JsonObject o, string name) => o[name]?.ToString();
}
