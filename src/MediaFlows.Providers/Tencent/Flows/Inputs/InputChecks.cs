using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Flows.Inputs;

/// <summary>Collects everything that is wrong, missing or odd about an input, so that a caller sees all of it at once.</summary>
public sealed partial class InputChecks(FlowPreparation? preparation = null)
{
    private readonly List<Question> _questions = [];
    private readonly List<string> _warnings = [];
    private readonly List<PendingMedia> _uploads = [];

    /// <summary>Rules that are broken.</summary>
    public InputErrors Errors { get; } = new();

    /// <summary>What was noticed without refusing it; null when nothing was.</summary>
    public IReadOnlyList<string>? Warnings => _warnings.Count == 0 ? null : _warnings;

    /// <summary>Files to upload first; null when there are none.</summary>
    public IReadOnlyList<PendingMedia>? Uploads => _uploads.Count == 0 ? null : _uploads;

    /// <summary>Adds a finding.</summary>
    public void Refuse(string field, string message) => Errors.Add(field, message);

    /// <summary>Adds a finding when <paramref name="broken"/>.</summary>
    public void RefuseIf(bool broken, string field, string message)
    {
        if (broken) Errors.Add(field, message);
    }

    /// <summary>Adds a remark.</summary>
    public void Warn(string message) => _warnings.Add(message);

    /// <summary>The value as it travels; an unknown one is a finding.</summary>
    public string? Word(WireWord word, string field, string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        if (word.Find(value) is { } wire) return wire;
        Errors.Add(field, word.Refuse(field, value));
        return null;
    }

    /// <summary>The value, the recommended one when defaults are wanted, or null after a question was noted.</summary>
    public string? Ask(string? value, string field, string question, IEnumerable<QuestionOption>? options = null, string? recommended = null)
    {
        if (!string.IsNullOrWhiteSpace(value)) return value;
        if (preparation?.UseDefaults == true && recommended is not null) return recommended;
        _questions.Add(new Question(field, question, [.. options ?? []], recommended));
        return null;
    }

    /// <summary>Text within a length, or a finding.</summary>
    public void Length(string field, string? value, int most)
    {
        if (value?.Length > most) Errors.Add(field, $"{field} has {value.Length} characters; at most {most} are allowed.");
    }

    /// <summary>A number within a range, or a finding.</summary>
    public void Range(string field, double? value, double least, double most)
    {
        if (value < least || value > most) Errors.Add(field, $"{field} is {value}; it must be from {least} to {most}.");
    }

    /// <summary>A time as the service reads it (ISO 8601 with Z or an offset), or a finding.</summary>
    public void Time(string field, string? value)
    {
        if (value is null || (IsoTime().IsMatch(value) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _))) return;
        Errors.Add(field, $"'{value}' is no time: write it as 2026-01-31T08:00:00Z or 2026-01-31T08:00:00+08:00.");
    }

    /// <summary>JSON text that is an object, or a finding.</summary>
    public JsonElement? JsonObject(string field, string? text)
    {
        if (text is null) return null;
        try
        {
            var element = JsonDocument.Parse(text).RootElement;
            if (element.ValueKind == JsonValueKind.Object) return element;
        }
        catch (JsonException)
        {
            // Said below.
        }

        Errors.Add(field, $"{field} must be the text of a JSON object.");
        return null;
    }

    /// <summary>
    /// The FileId to send: given, or a placeholder for a file that is uploaded first. A link or a path in the place of an id counts as such a file.
    /// Null when there is nothing.
    /// </summary>
    public async ValueTask<string?> FileAsync(string field, string? fileId, MediaSource? source, CancellationToken cancellationToken)
    {
        var given = FileReference.Read(fileId);
        if (given.FileId is not null)
        {
            RefuseIf(source is not null, field, "Give either the id of a media or a file to upload, not both.");
            return given.FileId;
        }

        var wanted = given.Source ?? source;
        return wanted is null ? null : await UploadAsync(field, wanted, cancellationToken);
    }

    /// <summary>Notes a file that is uploaded first and returns its placeholder.</summary>
    public async ValueTask<string?> UploadAsync(string field, MediaSource source, CancellationToken cancellationToken)
    {
        if (await PendingFiles.InspectAsync(this, preparation ?? throw new InvalidOperationException("Look-ups upload nothing."), field, source, cancellationToken) is not { } pending) return null;
        _uploads.Add(pending);
        return PendingMedia.Placeholder(_uploads.Count - 1);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IsoTime();

    /// <summary>Ends the preparation when anything is wrong or open.</summary>
    /// <exception cref="InvalidInputException">A rule is broken.</exception>
    /// <exception cref="QuestionsException">A required choice is missing.</exception>
    public void ThrowIfAny()
    {
        Errors.ThrowIfAny();
        if (_questions.Count > 0) throw new QuestionsException(_questions);
    }
}
