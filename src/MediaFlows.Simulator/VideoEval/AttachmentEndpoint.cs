using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MediaFlows.Simulator.VideoEval;

/// <summary><c>POST …/survey/attachment</c>: a form with exactly one part named <c>file</c> that holds an MP4 of at most 50MB.</summary>
internal sealed class AttachmentEndpoint(SurveyAccount account)
{
    private const long MostBytes = 52_428_800;

    public async Task<IResult> UploadAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data" || type.Boundary.Length == 0)
            return SurveyGate.Refuse(400, 40002, "a multipart/form-data body is expected");
        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).Value!, request.Body);
        JsonObject? attachment = null;
        while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } section)
        {
            if (attachment is not null) return SurveyGate.Refuse(400, 40003, "exactly one file is expected");
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var parsed) || parsed.Name != "file" && parsed.Name != "\"file\"")
                return SurveyGate.Refuse(400, 40003, "the part must be named file");
            if (section.ContentType != "video/mp4") return SurveyGate.Refuse(400, 40004, "only video/mp4 is accepted");
            var name = FileNameIn(section.ContentDisposition!);
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, request.HttpContext.RequestAborted);
            var bytes = content.ToArray();
            if (bytes.LongLength > MostBytes) return SurveyGate.Refuse(400, 40005, "the file is larger than 50MB");
            if (!name.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase) || bytes.Length < 12 || !bytes.AsSpan(4, 4).SequenceEqual("ftyp"u8))
                return SurveyGate.Refuse(400, 40004, "only mp4 is accepted");
            attachment = await StoreAsync(name, bytes);
        }

        return attachment is null ? SurveyGate.Refuse(400, 40003, "no file") : SurveyGate.Answer(attachment);
    }

    private async Task<JsonObject> StoreAsync(string name, byte[] bytes)
    {
        var id = account.NextAttachmentId();
        await account.Cloud.Files.WriteAsync($"{id}/{name}", bytes, CancellationToken.None);
        account.Attachments[id] = name;
        return new JsonObject
        {
            ["id"] = account.Knobs.TextIds ? JsonValue.Create(id) : JsonNode.Parse(id),
            ["name"] = name,
            ["size"] = bytes.Length,
            ["mime_type"] = "video/mp4",
            ["created_at"] = account.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        };
    }

    // Taken as it stands: names are UTF-8 without further encoding.
    private static string FileNameIn(string disposition)
    {
        const string mark = "filename=\"";
        var start = disposition.IndexOf(mark, StringComparison.Ordinal);
        if (start < 0) return "";
        start += mark.Length;
        var end = disposition.IndexOf('"', start);
        return end < 0 ? "" : Path.GetFileName(disposition[start..end]);
    }
}
