using System.Globalization;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Api;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>
/// Looks at every input of a <c>concat</c> before anything is submitted. When they differ, a person chooses how they are aligned; nothing is decided silently.
/// </summary>
internal static class ConcatCheck
{
    public static async Task<ConcatFinding> RunAsync(FlowContext context, OssPlace place, OssAlignment? alignment, MediaOperation operation, string source)
    {
        if (!operation.Rule.TakesSegments) return new ConcatFinding(operation, [], null);
        var kind = operation.Rule.Category == OperationCategory.Audio ? "audio/info" : "video/info";
        string[] keys = [.. operation.Segments.Where(s => s.Before).Select(s => s.Key), source, .. operation.Segments.Where(s => !s.Before).Select(s => s.Key)];
        var facts = await context.ForEachAsync(keys, 4, async key => MediaFacts.Read((await context.CallActivityAsync(ReadProperties.Ref, new KeyInput(place, key, kind))).Data));
        var duration = facts[Array.IndexOf(keys, source)].Duration;
        var sizes = facts.Select(f => $"{f.Width}x{f.Height}").Distinct(StringComparer.Ordinal).Count() > 1 && kind == "video/info";
        List<string> differences = [];
        Compare(differences, "frame rate", facts, f => f.FrameRate?.ToString("0.##", CultureInfo.InvariantCulture));
        Compare(differences, "video codec", facts, f => f.VideoCodec);
        Compare(differences, "audio sample rate", facts, f => f.SampleRate?.ToString(CultureInfo.InvariantCulture));
        Compare(differences, "audio codec", facts, f => f.AudioCodec);
        if (!sizes && differences.Count == 0) return new ConcatFinding(operation, [], duration);
        if (sizes) differences.Insert(0, "The inputs differ in resolution: " + string.Join(", ", facts.Select(f => $"{f.Width}x{f.Height}")) + ".");
        switch (alignment)
        {
            case null when operation["align"] is null:
                throw Ask(differences, facts, kind == "audio/info" ? "audio files" : "videos");
            case OssAlignment.First:
                return new ConcatFinding(operation.With("align", "0"), differences, duration);
            case OssAlignment.Second:
                return new ConcatFinding(operation.With("align", "1"), differences, duration);
            case OssAlignment.Custom when sizes && operation["s"] is null:
                throw new FlowException(
                    ErrorCodes.InvalidInput, "The inputs differ in resolution, and custom alignment was chosen without a size. Nothing was submitted.", "Give the size in the operation, for example s=1280x720.");
            default:
                return new ConcatFinding(operation, differences, duration);
        }
    }

    private static void Compare(List<string> differences, string what, MediaFacts[] facts, Func<MediaFacts, string?> value)
    {
        var values = facts.Select(value).ToList();
        if (values.Where(v => v is not null).Distinct(StringComparer.Ordinal).Count() > 1) differences.Add($"The inputs differ in {what}: {string.Join(", ", values.Select(v => v ?? "none"))}.");
    }

    private static FlowException Ask(List<string> differences, MediaFacts[] facts, string what)
    {
        var question = new Question(
            "alignment",
            $"The {what} to be joined differ. How should they be aligned?",
            [
                new($"A: like the first ({Describe(facts[0])})", "first"),
                new($"B: like the second ({Describe(facts[1])})", "second"),
                new("C: with settings of your own (size, frame rate, sound)", "custom"),
            ]);
        var error = new QuestionsException([question]).Error;
        return new FlowException(error with
        {
            Message = string.Join(' ', differences) + " " + question.Text + " Nothing was submitted.",
            Hint = "Start again with alignment set to first, second or custom; for custom give the values in the operation.",
            Document = new JsonObject
            {
                ["success"] = false,
                ["mode"] = "async",
                ["status"] = "questions",
                ["validation_warnings"] = new JsonArray([.. differences.Select(d => (JsonNode)d)]),
                ["questions"] = new JsonArray(new JsonObject
                {
                    ["field"] = question.Field,
                    ["text"] = question.Text,
                    ["options"] = new JsonArray([.. question.Options.Select(o => (JsonNode)new JsonObject { ["label"] = o.Label, ["value"] = o.Value })]),
                }),
            },
        });
    }

    private static string Describe(MediaFacts facts) => string.Join(", ", new[]
    {
        facts.Width is null ? null : $"{facts.Width}x{facts.Height}",
        facts.FrameRate is null ? null : facts.FrameRate.Value.ToString("0.##", CultureInfo.InvariantCulture) + " fps",
        facts.SampleRate is null ? null : facts.SampleRate.Value.ToString(CultureInfo.InvariantCulture) + " Hz",
    }.Where(t => t is not null));
}
