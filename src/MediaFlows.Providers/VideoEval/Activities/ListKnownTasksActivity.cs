using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>
/// Notes which tasks there are right before one is created (<c>GET …/survey/task</c>). Should the answer of the creation be lost, a task that
/// was there before is then certainly not the one that is looked for.
/// </summary>
public sealed class ListKnownTasksActivity(VideoEvalClient client) : Activity<VideoEvalCall, KnownTasks>
{
    /// <summary>What the flow calls.</summary>
    public static readonly ActivityRef<VideoEvalCall, KnownTasks> Ref = new("videoeval.list-known-tasks");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<KnownTasks> RunAsync(ActivityContext context, VideoEvalCall input, CancellationToken cancellationToken) =>
        new([.. (await client.ListTasksAsync(input, cancellationToken)).Items.Select(i => i.TaskId)]);
}
