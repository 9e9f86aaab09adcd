using Microsoft.AspNetCore.Http.Features;

namespace MediaFlows.Simulator.BytePlus.Objects;

/// <summary>The play domain (CDN) and, for links with <c>preview=1</c>, the storage host: both serve media by file name.</summary>
internal sealed class PlayDomain(BytePlusAccount account)
{
    public async Task<IResult> ServeAsync(HttpRequest request)
    {
        var storage = request.Query.ContainsKey("preview");
        var signed = storage ? account.Knobs.StorageAuth : account.Knobs.PlayAuth == "typea";
        var key = storage ? TypeASignature.StorageKey : TypeASignature.PlayKey;
        var authKey = request.Query["auth_key"].ToString();
        if (signed && !TypeASignature.IsValid(authKey, EncodedPath(request), key, account.Knobs.PlayValidity, account.Now))
            return Results.StatusCode(403);

        var name = request.Path.Value!.TrimStart('/');
        var media = account.Media.Values.Where(m => m.FileName == name).MaxBy(m => m.CreatedAt);
        var oid = media?.StoreUri ?? account.Executions.Values.FirstOrDefault(e => e.OutputName == name)?.OutputUri;
        if (oid is null || await account.Objects.PathAsync(oid, request.HttpContext.RequestAborted) is not { } path)
            return Results.NotFound();
        return Results.File(path, MediaTypes.Of(name), enableRangeProcessing: true);
    }

    // The signature covers the path as it was sent, before decoding.
    private static string EncodedPath(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0];
}
