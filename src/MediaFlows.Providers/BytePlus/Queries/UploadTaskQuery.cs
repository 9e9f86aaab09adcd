using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Queries;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Queries;

/// <summary>Asks once how URL pulls stand (<c>QueryUploadTaskInfo</c>, 2023-01-01) and returns the provider's own answer.</summary>
public sealed class UploadTaskQuery(VodClient client) : Query<UploadTaskQueryInput, JsonObject>
{
    private const int MostJobs = 20;

    /// <inheritdoc/>
    public override string Name => "byteplus.upload-task";

    /// <inheritdoc/>
    public override string Description => "How URL pulls stand.";

    /// <inheritdoc/>
    public override async Task<JsonObject> RunAsync(UploadTaskQueryInput input, CancellationToken cancellationToken)
    {
        var ids = (input.JobIds ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (ids.Length is 0 or > MostJobs) throw new InvalidInputException("jobIds", $"Name 1 to {MostJobs} jobs, joined by commas.");
        var result = await client.CallAsync(VodCalls.QueryUploadTaskInfo(string.Join(',', ids)), cancellationToken);
        return result["Data"]?.DeepClone() as JsonObject ?? [];
    }
}
