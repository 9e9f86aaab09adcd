using MediaFlows.Core.Queries;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Queries;

/// <summary>Lists the evaluation tasks (<c>GET …/survey/task?page=1&amp;page_size=100&amp;agent_id=125</c>): at most 100, paging object kept.</summary>
public sealed class ListTasksQuery(VideoEvalClient client, ClientRequestIds ids) : Query<ListTasksInput, Envelope<TaskList>>
{
    /// <summary>Name in the catalog.</summary>
    public const string QueryName = "videoeval.list";

    /// <inheritdoc/>
    public override string Name => QueryName;

    /// <inheritdoc/>
    public override string Description => "Lists the video evaluation tasks of the account (at most 100).";

    /// <inheritdoc/>
    public override async Task<Envelope<TaskList>> RunAsync(ListTasksInput input, CancellationToken cancellationToken)
    {
        var call = QueryCall.Create(ids, input.ApiKey, input.TimeoutSeconds);
        var list = await client.ListTasksAsync(call, cancellationToken);
        return new Envelope<TaskList> { Message = $"{list.Items.Count} evaluation tasks.", RequestId = call.RequestId, Data = list };
    }
}
