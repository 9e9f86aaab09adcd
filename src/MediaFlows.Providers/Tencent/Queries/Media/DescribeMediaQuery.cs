using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Queries.Media;

/// <summary>Describes media (DescribeMediaInfos); ids that do not exist are listed, they are no error.</summary>
public sealed class DescribeMediaQuery(QueryServices services) : VodQuery<DescribeMediaInput>(services)
{
    private const int MostIds = 20;

    /// <inheritdoc/>
    public override string Name => "tencent.describe-media";

    /// <inheritdoc/>
    public override string Description => "Describes media of the Tencent Cloud VOD library.";

    /// <inheritdoc/>
    protected override string Action => "DescribeMediaInfos";

    /// <inheritdoc/>
    protected override JsonObject Build(DescribeMediaInput input, InputChecks checks)
    {
        if (input.FileId is not { Count: > 0 }) checks.Ask(null, "fileId", "Which media should be described?");
        checks.RefuseIf(input.FileId?.Count > MostIds, "fileId", $"At most {MostIds} media are described at a time; {input.FileId?.Count} are given.");
        var filters = input.Filters?.Select(f => checks.Word(TencentWords.MediaFilter, "filters", f)).OfType<string>();
        return VodJson.Object(("FileIds", VodJson.Array(input.FileId)), ("Filters", VodJson.Array(filters)));
    }
}
