using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.Tencent.Flows.Aigc;
using MediaFlows.Providers.Tencent.Flows.Elements;
using MediaFlows.Providers.Tencent.Flows.Images;
using MediaFlows.Providers.Tencent.Flows.Knowledge;
using MediaFlows.Providers.Tencent.Flows.Process;
using MediaFlows.Providers.Tencent.Flows.Scenes;
using MediaFlows.Providers.Tencent.Flows.Upload;
using MediaFlows.Providers.Tencent.Queries;
using MediaFlows.Providers.Tencent.Queries.Account;
using MediaFlows.Providers.Tencent.Queries.Media;
using MediaFlows.Providers.Tencent.Queries.Tasks;

namespace MediaFlows.Providers.Tencent.Commands;

/// <summary>The command line: the document's scripts without their prefix, their subcommands and their flags.</summary>
internal static class TencentCommands
{
    private static readonly CommandTable Root = new("tencent");

    public static IReadOnlyList<CommandDescriptor> All { get; } =
    [
        Upload(Root),
        Upload(Root.Group("upload")),
        Root.Group("upload").Flow<PullUploadInput>("pull", "tencent.pull-upload", "Have a link fetched."),
        Root.Flow<PullUploadInput>("pull-upload", "tencent.pull-upload", "Have a link fetched."),
        Root.Query<DescribeMediaInput>("describe-media", "tencent.describe-media", "Describe media."),
        Root.Query<SearchMediaInput>("search-media", "tencent.search-media", "Search the library."),
        Root.Query<SemanticSearchInput>("search-media-by-semantics", "tencent.search-media-by-semantics", "Find moments by their meaning.", aliases: new() { ["--text"] = "-t", ["--limit"] = "-n" }),
        .. ProcessOperation.All.Select(Process),
        Root.Await("describe-task", "tencent.describe-task", "Wait for a task and show it.", interval: 5),
        Root.Query<DescribeTaskInput>("show-task", "tencent.describe-task", "Show a task as it stands, without waiting."),
        Root.Group("aigc-chat").Chat("chat", "Talk to a model.", readAlong: false),
        Root.Group("aigc-chat").Chat("stream", "Talk to a model and read along.", readAlong: true),
        Root.Group("aigc-chat").Query<NoInput>("models", "tencent.aigc-chat-models", "List the chat models."),
        Root.Group("aigc-token").Query<TokenInput>("create", "tencent.aigc-token-create", "Create a token of the chat gateway."),
        Root.Group("aigc-token").Query<TokenInput>("list", "tencent.aigc-token-list", "List the tokens."),
        Root.Group("aigc-token").Query<TokenInput>("delete", "tencent.aigc-token-delete", "Delete a token."),
        Root.Group("aigc-token").Query<UsageInput>("usage", "tencent.aigc-token-usage", "Show what was generated.", aliases: new() { ["--type"] = "-t" }),
        Root.Group("aigc-image").Flow<AigcImageInput>("create", "tencent.aigc-image", "Generate a picture."),
        Root.Group("aigc-image").Await("query", "tencent.aigc-image-query", "Wait for an image generation and show it.", interval: 10, AigcImageTaskQuery.Refusal),
        Root.Group("aigc-image").Query<NoInput>("models", "tencent.aigc-image-models", "List the image models."),
        Root.Group("aigc-video").Flow<AigcVideoInput>("create", "tencent.aigc-video", "Generate a video.", extra: [ElementsFile], complete: ReadElements),
        Root.Group("aigc-video").Query<NoInput>("models", "tencent.aigc-video-models", "List the video models."),
        Root.Group("process-image").Flow<ImageProcessInput>("super-resolution", "tencent.image-process", "Enlarge a picture, or apply a template.", fixedInput: new() { ["operation"] = "super-resolution" }),
        Root.Group("process-image").Flow<ImageProcessInput>("understand", "tencent.image-process", "Describe a picture.", fixedInput: new() { ["operation"] = "understand" }),
        Root.Group("scene-aigc-image").Flow<SceneImageInput>("generate", "tencent.scene-image", "Make scene pictures."),
        Root.Group("scene-aigc-image").Query<DescribeTaskInput>("query", "tencent.describe-task", "Show a task."),
        Root.Group("create-scene-aigc-video-task").Flow<SceneVideoInput>("generate", "tencent.scene-video", "Make a product film."),
        Root.Group("create-scene-aigc-video-task").Query<DescribeTaskInput>("query", "tencent.describe-task", "Show a task."),
        Root.Group("import-media-knowledge").Flow<ImportKnowledgeInput>("import", "tencent.import-knowledge", "Import media into a knowledge base."),
        Root.Group("import-media-knowledge").Flow<ImportKnowledgeBatchInput>("batch", "tencent.import-knowledge-batch", "Submit several imports."),
        Root.Group("import-media-knowledge").Query<NoInput>("templates", "tencent.import-knowledge-templates", "List the templates."),
        Root.Query<SubAppsInput>("describe-sub-app-ids", "tencent.describe-sub-app-ids", "List sub-applications."),
        Root.Group("create-aigc-advanced-custom-element").Flow<CustomElementInput>("create", "tencent.custom-element", "Create a custom element."),
        Root.Group("create-aigc-advanced-custom-element").Query<NoInput>("list", "tencent.custom-element-list", "List the elements that were created here."),
        Root.Query<NoInput>("load-env", "tencent.load-env", "Show which variables are set.", extra: [new("--check-only", "Only check.") { Kind = CommandOptionKind.Flag }], isFailure: a => a["ready"]?.GetValueKind() != System.Text.Json.JsonValueKind.True),
    ];

    private static CommandOption ElementsFile => new("--elements-file", "A JSON file with created elements; the ElementId of each is taken.");

    private static CommandDescriptor Process(ProcessOperation operation) => Root.Group("process-media").Flow<ProcessInput>(
        operation.Name,
        "tencent.process",
        operation.Title + ".",
        only: [.. operation.Options, "fileId", "source", "mediaStoragePath", "tasksNotifyMode", "subAppId", "appName", "region", "sessionId", "sessionContext", "tasksPriority", "extInfo", "maxWait", "pollInterval", "onAmbiguousSubmit"],
        fixedInput: new() { ["operation"] = operation.Name });

    private static CommandDescriptor Upload(CommandTable table) => table.Flow<UploadInput>(
        "upload",
        "tencent.upload",
        "Upload a file.",
        renames: new() { ["--file"] = "source", ["--cover-file"] = "cover" },
        extra: [new("--url", "Not taken: a link is fetched, see pull.")],
        complete: RefuseLink);

    // Without it the host that the command talks to would be looked for at the link.
    private static void RefuseLink(CommandValues values, JsonObject input)
    {
        if (values.Text("--url") is not null)
            throw new InvalidInputException("--url", "A link is not uploaded but fetched: use 'upload pull --url' or 'pull-upload --url'. To name the host of this command set MEDIAFLOWS_URL or a profile.");
    }

    // Ids on the command line go before a file, and a file before further options.
    private static void ReadElements(CommandValues values, JsonObject input)
    {
        if (values.Text("--elements-file") is not { } file || input.ContainsKey("elementIds")) return;
        var ids = ElementsOf(values.ReadFile(file)).Select(e => (e as JsonObject)?["ElementId"]?.ToString()).OfType<string>().ToList();
        if (ids.Count == 0) throw new InvalidInputException("--elements-file", $"'{file}' holds no element with an ElementId; it is a JSON list as custom-element-list prints it, and an element has its id once its task is done.");
        input["elementIds"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);
    }

    private static JsonArray ElementsOf(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonArray ?? [];
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }
}
