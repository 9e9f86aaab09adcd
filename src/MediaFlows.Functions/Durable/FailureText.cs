using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Functions.Durable;

/// <summary>
/// A failure as one line of text and back, without loss. On the way from a worker through the Functions host to the task hub a failure is a string:
/// only its first line survives, exception types are put before it and other text may follow. So the document is JSON in one line behind a marker.
/// </summary>
public static class FailureText
{
    private const string Marker = " |mediaflows| ";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>One line: code and message, then the document.</summary>
    public static string Write(FlowOutcomeDocument document)
    {
        var sentence = $"{document.Error.Code} {document.Error.Message}".ReplaceLineEndings(" ").Replace(Marker, " ", StringComparison.Ordinal);
        return sentence + Marker + JsonSerializer.Serialize(document, Json);
    }

    /// <summary>
    /// The document in <paramref name="text"/>. Text without one is a failure that none of our code made: the worker died for good, the platform
    /// refused something. It becomes <c>MF9001</c> with that text, redacted.
    /// </summary>
    public static FlowOutcomeDocument Read(string? text)
    {
        if (Find(text) is { } document) return document;
        var line = (text ?? "").Split('\n', 2)[0].Trim();
        return new FlowOutcomeDocument(new FlowError(ErrorCodes.Internal, line.Length == 0 ? "The instance failed without saying why." : SignedUrls.RedactAll(line)));
    }

    /// <summary>The document in <paramref name="text"/>, or null when there is none.</summary>
    public static FlowOutcomeDocument? Find(string? text)
    {
        var at = text?.IndexOf(Marker, StringComparison.Ordinal) ?? -1;
        if (at < 0) return null;
        try
        {
            // Whatever follows the JSON value (a bracket, a stack trace) is not read.
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text![(at + Marker.Length)..]), isFinalBlock: false, state: default);
            return JsonSerializer.Deserialize<FlowOutcomeDocument>(ref reader, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
