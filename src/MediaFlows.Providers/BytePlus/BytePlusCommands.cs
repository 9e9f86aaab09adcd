using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.BytePlus;

/// <summary>The command line: <c>mediaflows byteplus …</c>, as the document's scripts take their arguments.</summary>
internal static class BytePlusCommands
{
    private static readonly CommandOption SpaceOption = new("--space", "BytePlus VOD space; VOD_SPACE_NAME when absent.");
    private static readonly CommandOption SpaceArgument = new("space", "The space, as the document's scripts take it.");

    public static IReadOnlyList<CommandDescriptor> All { get; } =
    [
        new()
        {
            Provider = BytePlusNames.Provider,
            Name = "upload",
            Description = "Upload a file, or have BytePlus fetch a link.",
            Options = [new("source", "Path of a file, or a link that starts with http:// or https://.") { Required = true }, SpaceArgument, SpaceOption],
            Build = Upload,
        },
        new()
        {
            Provider = BytePlusNames.Provider,
            Name = "enhance",
            Description = "Restore and enhance a video (paid).",
            Options =
            [
                new("parameters", "The parameters as JSON, or @file.json."),
                SpaceArgument,
                new("--type", "Kind of source.") { Choices = ["Vid", "DirectUrl"] },
                new("--video", "Asset id or path; vid:// and directurl:// are understood."),
                new("--config", "Kind of video.") { Choices = ["common", "ugc", "short_series", "aigc", "old_film"] },
                new("--repair-style", "1 Standard, 2 Pro.") { Choices = ["1", "2"], Aliases = ["--repair_style"] },
                new("--res", "Target resolution; the source's when absent.") { Choices = ["240p", "360p", "480p", "540p", "720p", "1080p", "2k", "4k"] },
                SpaceOption,
            ],
            Build = Enhance,
        },
        new()
        {
            Provider = BytePlusNames.Provider,
            Name = "poll",
            Description = "Ask how an enhancement stands.",
            Options = [new("run-id", "The RunId.") { Required = true }, SpaceArgument, SpaceOption],
            Build = v => CommandTarget.AskQuery("byteplus.execution", WithSpace(new JsonObject { ["runId"] = v.Text("run-id") }, v)),
        },
        new()
        {
            Provider = BytePlusNames.Provider,
            Name = "upload-task",
            Description = "Ask how URL pulls stand.",
            Options = [new("job-ids", "Job ids, joined by commas.") { Required = true }],
            Build = v => CommandTarget.AskQuery("byteplus.upload-task", new JsonObject { ["jobIds"] = v.Text("job-ids") }),
        },
        new()
        {
            Provider = BytePlusNames.Provider,
            Name = "play-info",
            Description = "Show the play URLs of a published asset.",
            Options = [new("vid", "Asset id.") { Required = true }],
            Build = v => CommandTarget.AskQuery("byteplus.play-info", new JsonObject { ["vid"] = v.Text("vid") }),
        },
    ];

    private static CommandTarget Upload(CommandValues values)
    {
        var source = values.Text("source") ?? throw new InvalidInputException("source", "Name the file or the link to upload.");
        if (source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return CommandTarget.StartFlow("byteplus.upload-url", WithSpace(new JsonObject { ["url"] = source }, values));
        var input = WithSpace(new JsonObject { ["source"] = new JsonObject { ["file"] = source }, ["sourceLabel"] = source }, values);
        return CommandTarget.StartFlow("byteplus.upload-file", input) with { LocalFiles = ["/source/file"] };
    }

    private static CommandTarget Enhance(CommandValues values)
    {
        var input = values.Text("parameters") is { } parameters ? Parse(parameters, values) : [];
        foreach (var (option, field) in ((string, string)[])[("--type", "type"), ("--video", "video"), ("--config", "config"), ("--repair-style", "repair_style"), ("--res", "res")])
            if (values.Text(option) is { } value) input[field] = value;
        return CommandTarget.StartFlow("byteplus.enhance", WithSpace(input, values));
    }

    private static JsonObject Parse(string parameters, CommandValues values)
    {
        var json = parameters.StartsWith('@') ? values.ReadFile(parameters[1..]) : parameters;
        try
        {
            if (JsonNode.Parse(json) is JsonObject input) return input;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new InvalidInputException("parameters", "The parameters are a JSON object, or @ and the name of a file that holds one.");
    }

    private static JsonObject WithSpace(JsonObject input, CommandValues values)
    {
        if ((values.Text("--space") ?? values.Text("space")) is { } space) input["space"] = space;
        return input;
    }
}
