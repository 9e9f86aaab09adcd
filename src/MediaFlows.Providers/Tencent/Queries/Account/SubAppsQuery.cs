using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Queries.Account;

/// <summary>Lists sub-applications (DescribeSubAppIds).</summary>
public sealed class SubAppsQuery(QueryServices services) : VodQuery<SubAppsInput>(services)
{
    /// <inheritdoc/>
    public override string Name => "tencent.describe-sub-app-ids";

    /// <inheritdoc/>
    public override string Description => "Lists the sub-applications of the Tencent Cloud VOD account.";

    /// <inheritdoc/>
    protected override string Action => "DescribeSubAppIds";

    /// <inheritdoc/>
    protected override bool TakesSubApp => false;

    /// <inheritdoc/>
    protected override JsonObject Build(SubAppsInput input, InputChecks checks)
    {
        checks.Range("offset", input.Offset, 0, int.MaxValue);
        checks.Range("limit", input.Limit, 1, 200);
        var tags = new List<JsonObject>();
        foreach (var tag in input.Tag ?? [])
        {
            var equals = tag.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1) checks.Refuse("tag", $"'{tag}' must be written KEY=VALUE.");
            else tags.Add(new JsonObject { ["TagKey"] = tag[..equals], ["TagValue"] = tag[(equals + 1)..] });
        }

        return VodJson.Object(("Name", input.Name), ("Tags", VodJson.Array(tags)), ("Offset", input.Offset ?? 0), ("Limit", input.Limit ?? 200));
    }
}
