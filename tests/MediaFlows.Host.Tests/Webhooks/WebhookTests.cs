using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Host.Tests.Hosting;
using MediaFlows.Testing.Node;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Host.Tests.Webhooks;

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
    public async Task The_reference_implementation_of_Standard_Webhooks_verifies_with_either_secret_and_refuses_what_was_changed()
    {
        const string Old = "whsec_b2xkLXNlY3JldC0wMTIzNDU2Nzg5", New = "whsec_bmV3LXNlY3JldC0wMTIzNDU2Nzg5", Raw = "raw-text-secret-0123456789";
        var told = new TaskCompletionSource<(IHeaderDictionary Headers, string Body)>();
        await using var receiver = await ReceiveAsync(told);
        await using var hosts = new TestHosts();
        var client = hosts.Client(await hosts.StartAsync(("MEDIAFLOWS_URL_ALLOW", "127.0.0.1")));
        await TestHosts.PostAsync(client, "/api/flows/host.echo", new { text = "größer", notify = new { url = receiver.Urls.First() + "/in", secret = $"{Old} {New} {Raw}" } });

        var (headers, body) = await told.Task;
        Dictionary<string, string> Sent(string? name = null, string? value = null)
        {
            var sent = headers.Where(h => h.Key.StartsWith("webhook-", StringComparison.OrdinalIgnoreCase)).ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString(), StringComparer.Ordinal);
            if (name is not null) sent[name] = value!;
            return sent;
        }

        var late = (DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 600).ToString(System.Globalization.CultureInfo.InvariantCulture);
        object[] cases =
        [
            new { secret = Old, headers = Sent(), body },
            new { secret = New, headers = Sent(), body },
            new { secret = Raw, raw = true, headers = Sent(), body },
            new { secret = "whsec_b3RoZXItc2VjcmV0LTAxMjM0NTY3", headers = Sent(), body },
            new { secret = Old, headers = Sent(), body = body + " " },
            new { secret = Old, headers = Sent("webhook-id", "other"), body },
            new { secret = Old, headers = Sent("webhook-timestamp", late), body },
        ];
        var output = await OfficialSdk.RunAsync(
            "MediaFlows.Host.Tests", "Webhooks", "standardwebhooks", new Dictionary<string, string>(StringComparer.Ordinal) { ["WEBHOOK_CASES"] = JsonSerializer.Serialize(cases) }, TestContext.Current.CancellationToken);
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(["verified", "verified", "verified"], answers[..3]);
        Assert.Equal(4, answers.Skip(3).Count(a => a != "verified"));
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
