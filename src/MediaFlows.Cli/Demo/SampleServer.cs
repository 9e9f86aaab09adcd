using MediaFlows.Simulator.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Cli.Demo;

/// <summary>Serves the sample video, so that there is a URL to pull.</summary>
internal sealed class SampleServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SampleServer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First() + "/videos/sample.mp4");

    /// <summary>Writes the sample to <paramref name="file"/> and serves it on a free loopback port.</summary>
    public static async Task<SampleServer> StartAsync(string file, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(file, SampleVideo.ReadAllBytes(), cancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/videos/sample.mp4", () => Results.File(file, "video/mp4", enableRangeProcessing: true));
        await app.StartAsync(cancellationToken);
        return new SampleServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
