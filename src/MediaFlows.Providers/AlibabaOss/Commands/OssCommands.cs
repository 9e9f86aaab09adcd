using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.AlibabaOss.Commands;

/// <summary>The command line: <c>mediaflows oss …</c>, with the document's flags.</summary>
internal static class OssCommands
{
    // The document: the summary is in Chinese unless English is asked for.
    private const string Chinese = "zh";

    private static readonly CommandOption[] Place =
    [
        new("--bucket", "Bucket; ALIBABA_CLOUD_OSS_BUCKET when absent."),
        new("--region", "Region such as cn-hangzhou; ALIBABA_CLOUD_OSS_REGION when absent."),
        new("--endpoint", "OSS endpoint; derived from the region when absent."),
        new("--signature", "Signature version.") { Choices = ["v4", "v1"] },
    ];

    private static readonly CommandOption Source = new("--source", "Key of an object in the bucket.");
    private static readonly CommandOption UriOption = new("--uri", "Path of a local file, or a link that starts with http:// or https://.");
    private static readonly CommandOption Target = new("--target-key", "Key that the result gets.");
    private static readonly CommandOption Output = new("--output-path", "File or folder that the result is written to; a trailing slash means a folder.");

    private static readonly CommandDescriptor[] Described =
    [
        new()
        {
            Provider = OssNames.Provider,
            Name = "process",
            Description = "Process an image, video or audio file; asynchronous operations are recognised by their name (paid).",
            Options =
            [
                Source, UriOption,
                new("--operations", "Operation as name:key=value,key=value; repeat it for a chain.") { Kind = CommandOptionKind.List, Required = true, Aliases = ["--operation"] },
                new("--output-mode", "What becomes of the result.") { Choices = ["url", "download", "save"] },
                Output, Target,
                new("--target-bucket", "Bucket of the result; the source's when absent."),
                new("--expires", "Lifetime of a signed URL in seconds (3600).") { Kind = CommandOptionKind.Integer },
                new("--timeout-seconds", "How long to wait for an asynchronous job (600).") { Kind = CommandOptionKind.Integer },
                new("--imm-project", "IMM project, for blindwatermark-extract; ALIBABA_CLOUD_IMM_PROJECT when absent."),
                new("--verify", "Read the saved result's properties and compare them with what was asked for.") { Kind = CommandOptionKind.Flag },
                new("--alignment", "How inputs of a concat that differ are aligned.") { Choices = ["first", "second", "custom"] },
                new("--async", "Accepted and not needed: asynchronous operations are recognised by their name.") { Kind = CommandOptionKind.Flag },
                new("--wait", "Accepted and not needed: waiting is the default.") { Kind = CommandOptionKind.Flag },
                .. Place,
            ],
            Build = Process,
            Render = OssSummary.Render,
            RenderError = OssErrorSummary.Render,
            IsFailure = Differs,
            DefaultLanguage = Chinese,
        },
        new()
        {
            Provider = OssNames.Provider,
            Name = "upload",
            Description = "Upload a file or a link to a bucket.",
            Options = [UriOption, Source, Target, .. Place],
            Build = v => Start("oss.upload", Named(v, "source", "targetKey"), v),
            Render = OssSummary.Render,
            RenderError = OssErrorSummary.Render,
            IsFailure = Differs,
            DefaultLanguage = Chinese,
        },
        new()
        {
            Provider = OssNames.Provider,
            Name = "download",
            Description = "Download an object from a bucket.",
            Options = [Source, UriOption, Output, .. Place],
            Build = v => Start("oss.download", Named(v, "source", "outputPath"), v),
            Render = OssSummary.Render,
            RenderError = OssErrorSummary.Render,
            IsFailure = Differs,
            DefaultLanguage = Chinese,
        },
        new()
        {
            Provider = OssNames.Provider,
            Name = "imm-setup",
            Description = "Find or create an IMM project and bind the bucket to it.",
            Options = [new("--temp-cleanup", "Also add lifecycle rules that remove temporary objects after a day.") { Kind = CommandOptionKind.Flag }, .. Place],
            Build = v =>
            {
                var input = Named(v);
                if (v.Flag("--temp-cleanup")) input["tempCleanup"] = true;
                return CommandTarget.StartFlow("oss.imm-setup", input);
            },
            Render = OssSummary.RenderSetup,
            RenderError = OssErrorSummary.Render,
            IsFailure = Differs,
            DefaultLanguage = Chinese,
        },
    ];

    /// <summary>Every command; a value that is none is refused whichever flow would have read it.</summary>
    public static IReadOnlyList<CommandDescriptor> All { get; } = [.. Described.Select(d => d with
    {
        Build = v =>
        {
            Check(d.Options, v);
            return d.Build(v);
        },
    })];

    private static void Check(IReadOnlyList<CommandOption> options, CommandValues values)
    {
        foreach (var option in options)
        {
            if (option.Kind == CommandOptionKind.Integer && values.Integer(option.Name) is <= 0)
                throw new InvalidInputException(option.Name, $"{option.Name} must be more than 0.");
            if (option.Choices.Count > 0 && values.Text(option.Name) is { } word && !option.Choices.Contains(word))
                throw new InvalidInputException(option.Name, $"{option.Name} takes one of {string.Join(", ", option.Choices)}, not '{word}'.");
        }
    }

    // A verification that found a difference, or a joined result that is too short: it was done, and not as asked.
    private static bool Differs(JsonNode output) => (bool?)output["success"] == false;

    private static CommandTarget Process(CommandValues v)
    {
        var operations = v.All("--operations");
        switch (First(operations)?.Rule.Role)
        {
            case OperationRole.File when operations.Count == 1:
                return operations[0].Trim() == "upload" ? Start("oss.upload", Named(v, "source", "targetKey"), v) : Start("oss.download", Named(v, "source", "outputPath"), v);
            case OperationRole.Extract when operations.Count == 1:
                var operation = First(operations)!;
                var extract = Named(v, "source", "immProject", "timeoutSeconds");
                if (operation["s"] is { } strength) extract["strength"] = strength;
                if (operation["model"] is { } model) extract["model"] = model;
                return Start("oss.blindwatermark-extract", extract, v);
            case OperationRole.MediaAsync when operations.Count == 1:
                var job = Named(v, "source", "targetKey", "targetBucket", "outputPath", "timeoutSeconds", "verify", "alignment");
                job["operations"] = Texts(operations);
                return Start("oss.process-async", job, v);
            default:
                // Everything else, wrong chains among it, is the synchronous flow's to check.
                var input = Named(v, "source", "targetKey", "targetBucket", "outputPath", "outputMode", "expires", "verify");
                input["operations"] = Texts(operations);
                return Start("oss.process", input, v);
        }
    }

    private static MediaOperation? First(IReadOnlyList<string> operations)
    {
        try
        {
            return operations.Count == 0 ? null : OperationParser.Parse(operations[0]);
        }
        catch (OperationException)
        {
            return null;
        }
    }

    private static JsonArray Texts(IReadOnlyList<string> operations) => new([.. operations.Select(o => (JsonNode)o)]);

    private static CommandTarget Start(string flow, JsonObject input, CommandValues v)
    {
        var target = CommandTarget.StartFlow(flow, input) with { LocalOutputs = input.ContainsKey("outputPath") ? ["/outputPath/file"] : [] };
        if (v.Text("--uri") is not { } uri) return target;
        var isUrl = uri.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || uri.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        input["uri"] = new JsonObject { [isUrl ? "url" : "file"] = uri };
        return target with { LocalFiles = isUrl ? [] : ["/uri/file"] };
    }

    private static JsonObject Named(CommandValues v, params string[] members)
    {
        var input = new JsonObject();
        foreach (var member in (IEnumerable<string>)["bucket", "region", "endpoint", "signature", .. members])
        {
            var option = "--" + string.Concat(member.Select(c => char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : c.ToString()));
            if (member is "expires" or "timeoutSeconds")
            {
                if (v.Integer(option) is { } number) input[member] = number;
            }
            else if (member == "verify")
            {
                if (v.Flag(option)) input[member] = true;
            }
            else if (v.Text(option) is { } text)
            {
                input[member] = member == "outputPath" ? new JsonObject { ["file"] = text } : JsonValue.Create(text);
            }
        }

        return input;
    }
}
