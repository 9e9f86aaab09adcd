using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Providers.Tests.Jimeng;

/// <summary>Serves one picture.</summary>
internal sealed class ImageServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ImageServer(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    public static async Task<ImageServer> StartAsync(byte[] image)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ImageServer(builder.Build());
        server._app.MapMethods("/first.png", ["GET", "HEAD"], () => Results.Bytes(image, "image/png"));
        await server._app.StartAsync();
        server.Url = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/first.png";
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
