using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediaFlows.Simulator.Media;

namespace MediaFlows.Simulator.Jimeng;

/// <summary>Serves results by short-lived signed URLs: 403 after their time or with another signature, 404 while a result is late.</summary>
internal sealed class VideoEndpoint(TaskTable tasks)
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("simulated-result-urls");

    private readonly VideoRenderer _renderer = new(tasks.Cloud);

    public string UrlOf(VisualTask task)
    {
        var expires = (tasks.Now + tasks.Knobs.UrlLife).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{tasks.Cloud.BaseUri.ToString().TrimEnd('/')}/videos/{task.Id}.mp4?x-expires={expires}&x-signature={Sign(task.Id, expires)}";
    }

    public async Task<IResult> ServeAsync(HttpRequest request, string name)
    {
        var id = Path.GetFileNameWithoutExtension(name);
        var expires = request.Query["x-expires"].ToString();
        var genuine = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(id, expires)), Encoding.ASCII.GetBytes(request.Query["x-signature"].ToString()));
        if (!genuine || tasks.Now >= DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture))) return Results.StatusCode(403);
        if (tasks.Find(id) is not { } task || tasks.Knobs.TakeOne("lateVideo")) return Results.NotFound();
        if (!tasks.Knobs.Sample && await _renderer.RenderAsync(task, request.HttpContext.RequestAborted) is { } path) return Results.File(path, "video/mp4", enableRangeProcessing: true);
        return Results.Stream(SampleVideo.Open(), "video/mp4", enableRangeProcessing: true);
    }

    private static string Sign(string id, string expires) => Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{id}\n{expires}")));
}
