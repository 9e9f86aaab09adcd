using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.BytePlus.Objects;

/// <summary>
/// The binary upload gateway: direct, init, part, part listing and merge. The authorization of the apply call is checked on each.
/// </summary>
internal sealed class UploadGateway(BytePlusAccount account)
{
    // Numbers of the gateway's errors are not published; only their being there is.
    private const int BadAuthorization = 4003;
    private const int BadChecksum = 4024;
    private const int NoSuchUpload = 4044;
    private const int BadRequest = 4000;

    public static string OperationOf(IQueryCollection query) =>
        query.ContainsKey("uploads") ? "PUT init" : query.ContainsKey("partNumber") ? "PUT part" : query.ContainsKey("uploadID") ? "PUT merge" : "PUT direct";

    public async Task<IResult> PutAsync(HttpRequest request)
    {
        request.HttpContext.Response.Headers["X-Tt-Logid"] = account.Ids.Next("log")[..32];
        var oid = Oid(request);
        if (Refused(request, oid) is { } refusal) return refusal;
        return OperationOf(request.Query) switch
        {
            "PUT init" => Init(request, oid),
            "PUT part" => await PartAsync(request, oid),
            "PUT merge" => await MergeAsync(request, oid),
            _ => await DirectAsync(request, oid),
        };
    }

    public Task<IResult> ListPartsAsync(HttpRequest request)
    {
        var oid = Oid(request);
        if (Refused(request, oid) is { } refusal) return Task.FromResult(refusal);
        if (Upload(request, oid) is not { } upload)
            return Task.FromResult(GatewayAnswers.Failure(404, NoSuchUpload, "upload does not exist"));
        var parts = upload.Parts.OrderBy(p => p.Key).Select(p => (JsonNode)new JsonObject { ["partNumber"] = p.Key, ["crc32"] = p.Value.Crc, ["etag"] = p.Value.Crc });
        return Task.FromResult(GatewayAnswers.Success(new JsonObject { ["partList"] = new JsonArray([.. parts]) }));
    }

    private async Task<IResult> DirectAsync(HttpRequest request, string oid)
    {
        if (await ReceiveAsync(request, $"direct/{account.Ids.Next("object")}") is not { } part) return Mismatch();
        account.Objects.Put(oid, [part]);
        return GatewayAnswers.Success(new JsonObject { ["hash"] = part.Crc, ["key"] = oid });
    }

    private IResult Init(HttpRequest request, string oid)
    {
        if (request.ContentLength > 0) return GatewayAnswers.Failure(400, BadRequest, "init takes no body");
        var upload = new MultipartUpload(account.Ids.Next("upload")[..40], oid);
        account.Objects.Uploads[upload.UploadId] = upload;
        return GatewayAnswers.Success(new JsonObject { ["uploadID"] = upload.UploadId });
    }

    private async Task<IResult> PartAsync(HttpRequest request, string oid)
    {
        if (Upload(request, oid) is not { } upload) return GatewayAnswers.Failure(404, NoSuchUpload, "upload does not exist");
        var first = IsGateway(request) ? 1 : 0;
        if (!int.TryParse(request.Query["partNumber"], out var number) || number < first || number >= 10_000 + first)
            return GatewayAnswers.Failure(400, BadRequest, "invalid part number");
        if (await ReceiveAsync(request, $"parts/{upload.UploadId}/{account.Ids.Next("part")}") is not { } part) return Mismatch();
        upload.Parts[number] = part;
        var payload = new JsonObject { ["uploadid"] = upload.UploadId, ["part_number"] = number.ToString(), ["crc32"] = part.Crc, ["etag"] = part.Crc };
        payload["meta"] = new JsonObject { ["ObjectContentType"] = MediaTypes.Of(oid) };
        return GatewayAnswers.Success(payload);
    }

    // The list is read by position, as the SDKs number it from 0 or from 1; its checksums must be those of the parts in the order of their
    // numbers.
    private async Task<IResult> MergeAsync(HttpRequest request, string oid)
    {
        if (Upload(request, oid) is not { } upload) return GatewayAnswers.Failure(404, NoSuchUpload, "upload does not exist");
        using var reader = new StreamReader(request.Body);
        var listed = (await reader.ReadToEndAsync(request.HttpContext.RequestAborted)).Split(',').Select(e => e.Split(':')[^1]).ToList();
        var parts = upload.Parts.OrderBy(p => p.Key).ToList();
        if (listed.Count != parts.Count || parts.Where((p, i) => p.Key != i + parts[0].Key).Any())
            return GatewayAnswers.Failure(400, BadRequest, "parts are missing");
        if (!listed.SequenceEqual(parts.Select(p => p.Value.Crc), StringComparer.OrdinalIgnoreCase))
            return GatewayAnswers.Failure(400, BadChecksum, "part checksums do not match");
        account.Objects.Put(oid, [.. parts.Select(p => p.Value)]);
        if (account.Knobs.ForgetMerged) account.Objects.Uploads.TryRemove(upload.UploadId, out _);
        return GatewayAnswers.Success(new JsonObject { ["hash"] = parts[0].Value.Crc, ["key"] = oid });
    }

    private async Task<ObjectPart?> ReceiveAsync(HttpRequest request, string key)
    {
        var expected = request.Headers["Content-CRC32"].ToString();
        return await account.Objects.ReceiveAsync(key, request.Body, expected.Length == 0 ? null : expected, request.HttpContext.RequestAborted);
    }

    private IResult? Refused(HttpRequest request, string oid)
    {
        var problem = UploadAuth.Check(request.Headers.Authorization.ToString(), oid, account.Now);
        return problem is null ? null : GatewayAnswers.Failure(403, BadAuthorization, problem);
    }

    private MultipartUpload? Upload(HttpRequest request, string oid) =>
        account.Objects.Uploads.TryGetValue(request.Query["uploadID"].ToString(), out var upload) && upload.Oid == oid ? upload : null;

    private static string Oid(HttpRequest request) => request.Path.Value!.TrimStart('/');

    private static bool IsGateway(HttpRequest request) => request.Headers["X-Storage-Mode"] == "gateway";

    private static IResult Mismatch() => GatewayAnswers.Failure(400, BadChecksum, "crc32 check failed");
}
