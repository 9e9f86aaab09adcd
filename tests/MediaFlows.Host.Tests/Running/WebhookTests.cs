using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Host.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Host.Tests.Running;

public sealed class WebhookTests
{
    private const string Secret = "canary-secret-0123456789";

    [Fact]
    public async Task A_flow_started_over_HTTP_tells_a_real_receiver_with_a_signature_that_it_can_check()
    {
        var told = new TaskCompletionSource<(IHeaderDictionary Headers, string Body)>();
        await using var receiver = await ReceiveAsync(told);
        await using var hosts = new TestHosts();
        var host = await hosts.StartAsync(("MEDIAFLOWS_URL_ALLOW", "127.0.0.1"));
        var client = hosts.Client(host);
        var started = await TestHosts.PostAsync(client, "/api/flows/host.echo", new { text = "hi", notify = new { url = receiver.Urls.First() + "/in", secret = Secret } });

        var (headers, body) = await told.Task;
        var (id, at) = (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString());
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{id}.{at}.{body}")));
        Assert.Equal("v1," + expected, headers["webhook-signature"].ToString());
        var document = JsonNode.Parse(body)!;
        Assert.Equal(((string?)started["id"], "mediaflows.flow.completed", id), ((string?)document["subject"], (string?)document["type"], (string?)document["id"]));
        Assert.Equal("hi", (string?)document["data"]!["output"]!["text"]);

        JsonNode status;
        do status = JsonNode.Parse(await client.GetStringAsync("/api/flows/" + (string?)started["id"]))!;
        while ((string?)status["notify"]?["deliveries"]?[0]?["state"] != "delivered");
        Assert.DoesNotContain(Secret, status.ToJsonString() + hosts.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_on_this_machine_is_refused_unless_it_is_allowed()
    {
        await using var hosts = new TestHosts();
        var client = hosts.Client(await hosts.StartAsync());
        var problem = await TestHosts.PostAsync(client, "/api/flows/host.echo", new { text = "hi", notify = new { url = "http://127.0.0.1:9/in", secret = Secret } });
        Assert.Equal("MF5002", (string?)problem["code"]);
        var list = JsonNode.Parse(await client.GetStringAsync("/api/flows?children=true"))!;
        Assert.Empty(list["items"]!.AsArray());
    }

    private static async Task<WebApplication> ReceiveAsync(TaskCompletionSource<(IHeaderDictionary Headers, string Body)> told)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/in", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase));
            told.SetResult((headers, await reader.ReadToEndAsync(context.RequestAborted)));
            return Results.NoContent();
        });
        await app.StartAsync();
        return app;
    }
}
