using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Connection;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Commands;

/// <summary>Prints an answer as it is made. One that breaks off ends with a JSON line that says why and holds what was received.</summary>
internal sealed class StreamPrinter(Terminal terminal, CommandStream stream)
{
    private readonly StringBuilder _received = new();
    private readonly List<string> _remarks = [];

    public async Task PrintAsync(ApiClient api, string path, CommandTarget target, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await api.PostForEventsAsync(path, target.Input, cancellationToken);
            if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream") await ReadAsync(answer, cancellationToken);
            else Take(stream.Whole(JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!));
        }
        catch (Exception e) when (_received.Length > 0 && e is CliException or HttpRequestException or IOException)
        {
            terminal.WritePiece(Environment.NewLine);
            if (target.SaveText is { } unfinished) TextFile.Write(unfinished, _received.ToString());
            throw Broken(e, api);
        }

        terminal.WritePiece(Environment.NewLine);
        if (target.SaveText is { } file) TextFile.Write(file, _received.ToString());
        foreach (var remark in _remarks) terminal.Say(remark);
    }

    private async Task ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var events = SseParser.Create(await answer.Content.ReadAsStreamAsync(cancellationToken));
        await foreach (var item in events.EnumerateAsync(cancellationToken))
        {
            if (item.Data == "[DONE]") return;
            var piece = JsonNode.Parse(item.Data)!;
            if (item.EventType == "error") throw new CliException(ExitCodes.Failed, Describe((JsonObject)piece));
            Take(stream.Piece(piece));
            if (stream.Remark?.Invoke(piece) is { } remark) _remarks.Add(remark);
        }

        throw new IOException("The stream ended before its end mark.");
    }

    private void Take(string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        _received.Append(text);
        terminal.WritePiece(text);
    }

    private CliException Broken(Exception e, ApiClient api)
    {
        var document = e is CliException told ? (JsonObject)told.Document.DeepClone() : CliException.Describe(
            ErrorCodes.ProviderUnavailable,
            $"The answer broke off: the host at {api.Host.Url} does not answer any more.",
            "The answer may be incomplete, and it may have been charged. Ask again only if it matters.");
        document["received"] = _received.ToString();
        return new CliException(ExitCodes.Failed, document);
    }

    private static JsonObject Describe(JsonObject error)
    {
        var document = CliException.Describe(error["code"]?.ToString(), error["message"]?.ToString() ?? "The answer broke off.", error["hint"]?.ToString());
        foreach (var name in (string[])["provider", "providerCode", "providerRequestId"])
            if (error[name] is { } value) document[name] = value.DeepClone();
        return document;
    }
}
