using MediaFlows.Cli.Console;
using MediaFlows.Cli.Providers;

namespace MediaFlows.Cli.Tests.Usage;

/// <summary>
/// Every script and subcommand of the Tencent VOD document with every flag that it names; the table below is the document's, not made from the code.
/// A flag that ends with <c>!</c> takes no value, one with <c>+</c> several.
/// </summary>
public sealed class TencentDocumentTests
{
    private const string Each = "--json! --dry-run! --verbose! -v!";
    private const string App = "--region --sub-app-id --app-name " + Each;
    private const string Task = "--no-wait! --max-wait " + App;
    private const string General = "--media-storage-path --session-id --ext-info --tasks-priority --tasks-notify-mode --file-id " + Task;
    private const string Submit = "--session-id --session-context --tasks-priority --ext-info " + Task;
    private const string Output = "--output-storage-mode --output-media-name --output-class-id --output-expire-time --output-resolution --output-aspect-ratio --output-person-generation";
    private const string Aigc = "--model --model-version --prompt --negative-prompt --enhance-prompt --file-id --file-url --file-infos --input-compliance-check --output-compliance-check --input-region " + Output + " " + Submit;
    private const string Scene = "--scene-type --input-files+ --output-storage-mode --media-name --class-id --expire-time --aspect-ratio " + Submit;
    private const string Chat = "--token --model -m --message -q --messages --system -s --image-url --audio-base64 --audio-format --file-url --file-name --temperature -t --max-tokens --thinking! --reasoning-effort --response-format --tools --tool-choice --output-file --no-usage! --timeout " + Each;
    private const string Pull = "--url --media-type --media-name --cover-url --procedure --expire-time --storage-region --class-id --source-context --media-storage-path " + Submit;

    private static readonly System.CommandLine.RootCommand Root = CommandTree.Create(Quiet, TimeProvider.System);

    private static Terminal Quiet => new(TextWriter.Null, TextWriter.Null, interactive: false, colour: false);

    public static TheoryData<string, string> Document => new()
    {
        { "vod_upload upload", "--file --media-name --media-type --cover-file --cover-type --class-id --procedure --expire-time --storage-region --source-context --concurrent-upload-number --media-storage-path " + App },
        { "vod_upload pull", Pull },
        { "vod_pull_upload", Pull },
        { "vod_describe_media", "--file-id+ --filters+ " + App },
        { "vod_search_media", "--file-ids+ --names+ --name-prefixes+ --descriptions+ --class-ids+ --tags+ --categories+ --source-types+ --stream-ids+ --stream-domains+ --stream-paths+ --trtc-sdk-app-ids+ --trtc-room-ids+ --media-types+ --status+ --review-results+ --storage-regions+ --storage-classes+ --create-after --create-before --expire-after --expire-before --sort-order --offset --limit --filters+ " + App },
        { "vod_search_media_by_semantics", "--text -t --limit -n --knowledge-base-id --categories+ --tags+ --persons+ --task-types+ " + App },
        { "vod_process_media procedure", "--procedure " + General },
        { "vod_process_media transcode", "--quality --watermark-set --session-context " + General },
        { "vod_process_media remux", "--target-format --session-context " + General },
        { "vod_process_media enhance", "--scene --resolution --session-context " + General },
        { "vod_process_media scene-transcode", "--scene --resolution --priority --session-context " + General },
        { "vod_process_media snapshot", "--definition --ext-time-offset-set --watermark-set " + General },
        { "vod_process_media sample-snapshot", "--definition --watermark-set " + General },
        { "vod_process_media gif", "--definition --start-time --end-time " + General },
        { "vod_process_media image-sprite", "--definition " + General },
        { "vod_process_media cover-by-snapshot", "--definition --position-type --position-value --watermark-set " + General },
        { "vod_process_media adaptive-streaming", "--definition --subtitle-set " + General },
        { "vod_process_media ai-analysis", "--definition " + General },
        { "vod_process_media ai-recognition", "--definition " + General },
        { "vod_process_media ai-review", "--definition " + General },
        { "vod_describe_task", "--task-id --interval " + Task },
        { "vod_aigc_chat chat", Chat },
        { "vod_aigc_chat stream", Chat },
        { "vod_aigc_chat models", Each },
        { "vod_aigc_token create", App },
        { "vod_aigc_token list", App },
        { "vod_aigc_token delete", "--api-token " + App },
        { "vod_aigc_token usage", "--type -t --start --end " + App },
        { "vod_aigc_image create", "--file-text " + Aigc },
        { "vod_aigc_image query", "--task-id --poll-interval " + Task },
        { "vod_aigc_image models", Each },
        { "vod_aigc_video create", "--output-duration --last-frame-file-id --last-frame-url --scene-type --subject-infos --element-ids --elements-file " + Aigc },
        { "vod_aigc_video models", Each },
        { "vod_process_image super-resolution", "--file-id --mode --percent --sr-type --template-id --output-format " + Submit },
        { "vod_process_image understand", "--file-id --url --base64 --prompt --model --output-name --class-id --expire-time " + Submit },
        { "vod_scene_aigc_image generate", "--clothes-files+ --change-prompt --product-prompt --negative-prompt --product-desc --more-requirement --output-image-count --image-width --image-height --resolution --encode-format --encode-quality " + Scene },
        { "vod_scene_aigc_image query", "--task-id " + App },
        { "vod_create_scene_aigc_video_task generate", "--camera-movement --duration --prompt " + Scene },
        { "vod_create_scene_aigc_video_task query", "--task-id " + App },
        { "vod_import_media_knowledge import", "--file-id --definition --knowledge-base-ids " + Task },
        { "vod_import_media_knowledge batch", "--file-ids+ --definition --knowledge-base-ids " + App },
        { "vod_import_media_knowledge templates", Each },
        { "vod_describe_sub_app_ids", "--name --tag+ --offset --limit --region " + Each },
        { "vod_create_aigc_advanced_custom_element create", "--element-name --element-description --reference-type --element-voice-id --element-video-list --element-image-list --tag-list --session-id --session-context --tasks-priority " + Task },
        { "vod_create_aigc_advanced_custom_element list", Each },
        { "vod_load_env", "--check-only! " + Each },
    };

    [Theory]
    [MemberData(nameof(Document))]
    public void Each_script_and_subcommand_is_reachable_by_its_name_and_takes_its_flags(string script, string flags)
    {
        string[] spelled = [script, script.Replace("vod_", "", StringComparison.Ordinal).Replace('_', '-')];
        foreach (var words in spelled)
        {
            foreach (var flag in flags.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] given = flag[^1] switch
                {
                    '!' => [flag[..^1]],
                    '+' => [flag[..^1], "1", "2"],
                    _ => [flag, "1"],
                };
                var parsed = Root.Parse(Collapsed(["tencent", .. words.Split(' '), .. given]));

                Assert.True(parsed.Errors.Count == 0, $"tencent {words} {string.Join(' ', given)}: {string.Join(' ', parsed.Errors.Select(e => e.Message))}");
                Assert.NotNull(parsed.CommandResult.Command.Action);
                Assert.Contains(parsed.CommandResult.Command.Options, o => o.Name == given[0] || o.Aliases.Contains(given[0]));
            }
        }
    }

    [Theory]
    [InlineData("tencent upload upload --file a.mp4")]
    [InlineData("tencent vod_upload upload --file a.mp4")]
    [InlineData("--profile p tencent upload upload --file upload")]
    public void A_script_s_own_name_may_be_said_twice(string line)
    {
        var parsed = CommandTree.Parse(line.Split(' '), Quiet, TimeProvider.System);

        Assert.Empty(parsed.Errors);
        Assert.Equal("upload", parsed.CommandResult.Command.Name);
        Assert.EndsWith(line.Split(' ')[^1], parsed.Tokens[^1].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tencent upload --file a.mp4", "upload")]
    [InlineData("tencent show-task --task-id t", "show-task")]
    public void Short_forms_stay(string line, string command)
    {
        var parsed = Parse(line);

        Assert.Empty(parsed.Errors);
        Assert.Equal(command, parsed.CommandResult.Command.Name);
    }

    [Theory]
    [InlineData("tencent describe-media 528548548798000001")]
    [InlineData("tencent aigc-image create --file-ids 1 2")]
    [InlineData("tencent search-media --keyword a")]
    [InlineData("tencent search-media --types Video")]
    [InlineData("tencent search-media-by-semantics --query a")]
    [InlineData("tencent scene-aigc-image generate --prompt a")]
    [InlineData("tencent process-media transcode --priority best")]
    [InlineData("tencent process-media adaptive-streaming --subtitle-ids 1")]
    [InlineData("tencent process-image super-resolution --priority 1")]
    [InlineData("tencent aigc-chat chat --message a --message b")]
    [InlineData("tencent aigc-video query --task-id t")]
    [InlineData("tencent create-aigc-advanced-custom-element create --description d")]
    public void What_the_document_says_does_not_exist_is_refused(string line) => Assert.NotEmpty(Parse(line).Errors);

    [Fact]
    public void No_command_of_Tencent_is_left_out_of_the_table()
    {
        var tencent = Root.Subcommands.Single(c => c.Name == "tencent");
        var known = Document.Select(row => row.Data.Item1.Replace("vod_", "", StringComparison.Ordinal).Replace('_', '-').Replace("upload upload", "upload", StringComparison.Ordinal)).Append("show-task").ToHashSet(StringComparer.Ordinal);
        var found = tencent.Subcommands.SelectMany(c => c.Subcommands.Select(s => $"{c.Name} {s.Name}").Concat(c.Action is null ? [] : [c.Name]));

        Assert.Equal(known.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static System.CommandLine.ParseResult Parse(string line) => Root.Parse(Collapsed(line.Split(' ')));

    // What CommandTree.Parse does before it reads a line, without building the tree for every line.
    private static string[] Collapsed(string[] args) =>
        RepeatedWords.Collapse(args, Root, new HashSet<System.CommandLine.Command> { Root.Subcommands.Single(c => c.Name == "tencent").Subcommands.Single(c => c.Name == "upload") });
}
