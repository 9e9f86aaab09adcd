using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Providers.Jimeng.Api;
using MediaFlows.Providers.Jimeng.Flows;
using MediaFlows.Providers.MediaFormats;

namespace MediaFlows.Providers.Jimeng;

/// <summary>The command <c>mediaflows jimeng generate</c> with the document's flags.</summary>
internal static class JimengCommands
{
    public static CommandDescriptor Generate { get; } = new()
    {
        Provider = "jimeng",
        Name = "generate",
        Description = "Generate a video from text or images.",
        Options =
        [
            new CommandOption("prompt", "What the video shows; \"\" for an image alone (ti2v_pro).") { Required = true },
            new CommandOption("--mode", "Mode (t2v_720p).") { Choices = [.. JimengMode.All.Select(m => m.Name)] },
            new CommandOption("--duration", "Seconds (5): " + string.Join(", ", JimengWords.Durations.Select(d => $"{d.Seconds} {d.Label}")) + ".")
            {
                Kind = CommandOptionKind.Integer,
                Choices = [.. JimengWords.Durations.Select(d => d.Seconds.ToString())],
            },
            new CommandOption("--fps", "Frames a second (24): " + string.Join(", ", JimengWords.FrameRates.Select(f => $"{f.Fps} {f.Label}")) + ".")
            {
                Kind = CommandOptionKind.Integer,
                Choices = [.. JimengWords.FrameRates.Select(f => f.Fps.ToString())],
            },
            new CommandOption("--image", "First frame: URL, blob:name or path."),
            new CommandOption("--tail-image", "Last frame: URL, blob:name or path."),
            new CommandOption("--seed", "Seed; -1 is random.") { Kind = CommandOptionKind.Integer },
            new CommandOption("--output", "Save the video: path or blob:name."),
            new CommandOption("--json", "Print the result as JSON instead of the text card.") { Kind = CommandOptionKind.Flag },
            new CommandOption("--aspect-ratio", "Ratio of a video from text (16:9).") { Choices = JimengWords.AspectRatios },
            new CommandOption("--template-id", "How the camera moves (i2v_recamera_720p).") { Choices = [.. JimengWords.Templates.Select(t => t.Value)] },
            new CommandOption("--camera-strength", "How strong the camera moves (i2v_recamera_720p).") { Choices = [.. JimengWords.Strengths.Select(s => s.Value)] },
            new CommandOption("--allow-undocumented", "Submit durations and frame rates that the service's pages do not name.") { Kind = CommandOptionKind.Flag },
            new CommandOption("--on-ambiguous-submit", "When the answer to the paid call is lost (ask).") { Choices = ["ask", "resubmit"] },
        ],
        Build = Build,
        Render = JimengCard.Render,
    };

    private static CommandTarget Build(CommandValues values)
    {
        var input = new JsonObject();
        foreach (var (option, field) in (ReadOnlySpan<(string, string)>)
            [("prompt", "prompt"), ("--mode", "mode"), ("--aspect-ratio", "aspect_ratio"), ("--template-id", "template_id"), ("--camera-strength", "camera_strength"), ("--on-ambiguous-submit", "onAmbiguousSubmit")])
            if (values.Text(option) is { } text) input[field] = text;
        foreach (var (option, field) in (ReadOnlySpan<(string, string)>)[("--duration", "duration"), ("--fps", "fps"), ("--seed", "seed")])
            if (values.Integer(option) is { } number) input[field] = number;
        if (values.Flag("--allow-undocumented")) input["allowUndocumented"] = true;
        var files = new List<string>();
        foreach (var (option, field) in (ReadOnlySpan<(string, string)>)[("--image", "image"), ("--tail-image", "tailImage")])
        {
            if (values.Text(option) is not { } image) continue;
            var source = MediaArgument.ToJson(image);
            input[field] = source;
            if (MediaArgument.IsFile(source)) files.Add($"/{field}/file");
        }

        var outputs = new List<string>();
        if (values.Text("--output") is { } output)
        {
            var target = MediaArgument.ToJson(output);
            input["saveTo"] = target;
            if (MediaArgument.IsFile(target)) outputs.Add("/saveTo/file");
        }

        return CommandTarget.StartFlow(JimengGenerateVideoFlow.Ref.Name, input) with { LocalFiles = files, OutputFiles = outputs };
    }
}
