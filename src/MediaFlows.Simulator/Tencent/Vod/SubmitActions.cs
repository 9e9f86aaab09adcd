using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.Tasks;

namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>Submits that work on media: pull, process, image processing, knowledge import.</summary>
internal static class SubmitActions
{
    private static readonly HashSet<long> ImagePresets = [14];

    public static JsonObject PullUpload(VodRequest request)
    {
        var url = request.Text("MediaUrl");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https")) throw new VodException("InvalidParameterValue.MediaUrl", "MediaUrl is invalid.");
        if (request.Text("MediaType").Length == 0 && Path.GetExtension(parsed.AbsolutePath).Length < 2) throw new VodException("FailedOperation.MediaType", "MediaType cannot be told from the address.");
        return TaskIntake.Answer(TaskIntake.Submit(request, TaskKind.PullUpload, url, charged: false));
    }

    public static JsonObject ProcessMedia(VodRequest request)
    {
        var fileId = Media(request);
        if (request.Body["MediaProcessTask"] is null && request.Body["AiContentReviewTask"] is null && request.Body["AiAnalysisTask"] is null && request.Body["AiRecognitionTask"] is null)
            throw new VodException("InvalidParameter", "There is nothing to do.");
        return TaskIntake.Answer(TaskIntake.Submit(request, TaskKind.Procedure, fileId, fileId: fileId));
    }

    public static JsonObject ProcessByProcedure(VodRequest request)
    {
        var fileId = Media(request);
        var answer = TaskIntake.Answer(TaskIntake.Submit(request, TaskKind.Procedure, fileId, fileId: fileId));
        answer["ReviewAudioVideoTaskId"] = "";
        answer["ImportMediaKnowledgeTaskIdSet"] = new JsonArray();
        return answer;
    }

    public static JsonObject ProcessImage(VodRequest request)
    {
        var sources = new[] { "FileId", "Url", "Base64" }.Where(n => request.Text(n).Length > 0).ToList();
        if (sources.Count != 1) throw new VodException("InvalidParameter", "Exactly one of FileId, Url and Base64 must be given.");
        if (sources[0] == "FileId") request.RequireMedia(request.Text("FileId"));
        var definition = (long)(VodRequest.NumberOf(request.Body["ImageTaskInput"], "Definition") ?? throw new VodException("MissingParameter", "ImageTaskInput.Definition is missing."));
        if (!ImagePresets.Contains(definition) && !request.State.Templates.ContainsKey(definition)) throw new VodException("InvalidParameterValue.Definition", "The template does not exist.");
        return TaskIntake.Answer(TaskIntake.Submit(request, TaskKind.ProcessImage, request.Text(sources[0]), fileId: request.Text("FileId")));
    }

    public static JsonObject ImportKnowledge(VodRequest request)
    {
        var media = request.RequireMedia(request.Text("FileId"));
        return TaskIntake.Answer(TaskIntake.Submit(request, TaskKind.Knowledge, media.FileId, fileId: media.FileId));
    }

    private static string Media(VodRequest request)
    {
        var id = request.Text("FileId");
        var path = request.Text("MediaStoragePath");
        if (id.Length > 0 == path.Length > 0) throw new VodException("InvalidParameterValue.FileId", "Exactly one of FileId and MediaStoragePath must be given.");
        if (id.Length > 0) return request.RequireMedia(id).FileId;
        return request.State.Media.Values.FirstOrDefault(m => m.StoragePath == path)?.FileId ?? throw new VodException(
            "InvalidParameterValue.FileId",
            "There is no media at that path.");
    }
}
