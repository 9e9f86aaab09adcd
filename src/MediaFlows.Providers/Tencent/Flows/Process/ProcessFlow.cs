using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Flows.Process;

/// <summary>Transcodes, enhances, cuts and analyses media of the library; a local file or a link is uploaded first.</summary>
public sealed class ProcessFlow : TencentTaskFlow<ProcessInput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<ProcessInput, TaskOutput> Ref = new("tencent.process");

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Processes media in Tencent Cloud VOD: transcode, remux, enhance, snapshots, covers, streams, AI.",
        Charged = true,
        CostNotice = CostNotices.Processing,
        Stages = Stages.All,
        ExampleInput = """{"operation":"transcode","fileId":"528548548798000001","quality":"hd"}""",
    };

    /// <inheritdoc/>
    protected override bool NeedsSubApp => false;

    /// <inheritdoc/>
    protected override string? FileIdOf(ProcessInput input) => input.FileId;

    /// <inheritdoc/>
    protected override async ValueTask<ProcessInput> CheckAsync(ProcessInput input, InputChecks checks, CancellationToken cancellationToken)
    {
        var name = checks.Ask(
            input.Operation,
            "operation",
            "What should be done with the media?",
            ProcessOperation.All.Select(o => new QuestionOption(o.Title, o.Name)));
        var fileId = await checks.FileAsync("fileId", input.FileId, input.Source, cancellationToken);
        checks.RefuseIf(fileId is not null && input.MediaStoragePath is not null, "mediaStoragePath", "Name the media either by its id or by its path in storage.");
        checks.RefuseIf(input.MediaStoragePath is { } path && !path.StartsWith('/'), "mediaStoragePath", "The path in storage starts with a slash.");
        if (fileId is null && input.MediaStoragePath is null && input.Source is null) checks.Ask(
            null,
            "fileId",
            "Which media should be processed? Give its id, a file or a link.");
        checks.JsonObject("extInfo", input.ExtInfo);
        var result = input with { FileId = fileId, Source = null };
        if (name is null) return result;
        if (ProcessOperation.Find(name) is { } operation) return ProcessChecks.Check(result with { Operation = name }, operation, checks);
        checks.Refuse("operation", $"'{name}' is no operation. There are: {string.Join(", ", ProcessOperation.All.Select(o => o.Name))}.");
        return result;
    }

    /// <inheritdoc/>
    protected override VodTaskRequest Request(ProcessInput input)
    {
        var operation = ProcessOperation.Find(input.Operation)!;
        var body = new JsonObject();
        if (input.FileId is not null) body["FileId"] = input.FileId;
        if (input.MediaStoragePath is not null) body["MediaStoragePath"] = input.MediaStoragePath;
        foreach (var (member, value) in operation.Build(input)) body[member] = value?.DeepClone();
        if (input.TasksNotifyMode is not null) body["TasksNotifyMode"] = input.TasksNotifyMode;
        return new VodTaskRequest(operation.Action, "Procedure", body) { DurationKey = $"{Ref.Name}/{operation.Name}" };
    }

    /// <inheritdoc/>
    internal override WaitTimes Times(ProcessInput input) => new(5, 600);
}
