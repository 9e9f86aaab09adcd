using System.Globalization;
using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.ImageTemplates;

/// <summary>Finds templates of the account (DescribeProcessImageAsyncTemplates); free of charge.</summary>
public sealed class ImageTemplateLookUp(VodClient client)
{
    /// <summary>The API action.</summary>
    public const string Action = "DescribeProcessImageAsyncTemplates";

    // What a page may hold; an account holds 50 templates beside the service's own.
    private const int PageSize = 100;
    private const int MostPages = 10;

    /// <summary>Request members of the first page.</summary>
    public static JsonObject Body(long? subAppId) => VodJson.Object(("SubAppId", subAppId), ("Offset", 0), ("Limit", PageSize));

    /// <summary>True when <paramref name="definition"/> still is the template of <paramref name="body"/>.</summary>
    public async Task<bool> ExistsAsync(JsonObject body, long definition, CancellationToken cancellationToken)
    {
        var ask = VodJson.Object(("SubAppId", body["SubAppId"]), ("Definitions", new JsonArray(definition)));
        var response = await client.CallAsync(new VodCall(Action, ask), cancellationToken);
        return Listed(response).Any(t => t.Number("Definition") == definition && ImageTemplateBody.Matches(body, t));
    }

    /// <summary>The oldest template of the account that is the one of <paramref name="body"/>, and when it was made; null when there is none.</summary>
    public async Task<ImageTemplateEntry?> FindAsync(JsonObject body, CancellationToken cancellationToken)
    {
        ImageTemplateEntry? found = null;
        var ask = Body((long?)body.Number("SubAppId"));
        var seen = 0;
        for (var page = 0; page < MostPages; page++)
        {
            ask["Offset"] = seen;
            var response = await client.CallAsync(new VodCall(Action, ask), cancellationToken);
            var listed = Listed(response).ToList();
            foreach (var template in listed.Where(t => ImageTemplateBody.Matches(body, t)))
                if (Entry(template) is { } entry && (found is null || entry.Definition < found.Definition)) found = entry;
            seen += listed.Count;
            if (listed.Count == 0 || seen >= (response.Number("TotalCount") ?? 0)) break;
        }

        return found;
    }

    private static IEnumerable<JsonObject> Listed(JsonObject response) => response.Objects("ProcessImageAsyncTemplateSet");

    // Without a readable time it is taken for old: it was there before it was listed.
    private static ImageTemplateEntry? Entry(JsonObject template) => template.Number("Definition") is not { } id
        ? null
        : new ImageTemplateEntry(
            DateTimeOffset.TryParse(template.Text("CreateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : DateTimeOffset.UnixEpoch,
            (long)id);
}
