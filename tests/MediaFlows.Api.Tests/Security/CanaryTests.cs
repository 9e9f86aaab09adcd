using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Api.Tests.Sample;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Api.Tests.Security;

/// <summary>Seeds secrets and signatures wherever a user or a provider may put them, then reads everything the host says.</summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private readonly ApiTestHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task No_answer_and_no_log_line_holds_a_secret_and_only_the_owner_sees_a_signature()
    {
        var said = new StringBuilder();
        var id = await SeedAsync(said);
        foreach (var path in new[]
                 {
                     "/api/flows?include=input,output&children=true", $"/api/flows/{id}/history", $"/api/flows/{id}/events",
                     "/runtime/webhooks/durabletask/instances", $"/runtime/webhooks/durabletask/instances/{id}/x", "/api/pipelines", "/api/pipelines/sample.paint", "/api/doctor",
                     "/openapi/v1.json", "/api/errors", "/healthz", "/readyz", "/",
                 })
            said.AppendLine(await _host.Http.GetStringAsync(path, throwOnError: false));
        foreach (var line in _host.Log.Lines) said.AppendLine(line);
        Assert.DoesNotContain("canary", said.ToString(), StringComparison.Ordinal);

        foreach (var path in new[] { $"/api/flows/{id}", $"/runtime/webhooks/durabletask/instances/{id}?showHistory=true&showHistoryOutput=true" })
        {
            var owner = await _host.Http.GetStringAsync(path, throwOnError: false);
            Assert.Contains("https://in.example/v.mp4?sig=canary-signature", owner, StringComparison.Ordinal);
            foreach (var secret in new[] { "canary-password", "canary-token", "canary-api-key", "canary-internal" }) Assert.DoesNotContain(secret, owner, StringComparison.Ordinal);
        }
    }

    private async Task<string> SeedAsync(StringBuilder said)
    {
        var input = new { title = "Sea", colour = "darkRed", password = "canary-password", source = new { url = "https://in.example/v.mp4?sig=canary-signature" } };
        using var dry = await _host.Http.PostAsJsonAsync("/api/flows/sample.paint?dryRun=true", input);
        said.AppendLine(await dry.Content.ReadAsStringAsync());
        using var started = await _host.Http.PostAsJsonAsync("/api/flows/sample.paint", input);
        var text = await started.Content.ReadAsStringAsync();
        said.AppendLine(text);
        foreach (var wrong in new object[] { new { title = "x", canary = 1, password = "canary-password" }, new { title = 7, password = "canary-password" }, new { title = "boom", password = "canary-password" } })
        {
            using var refused = await _host.Http.PostAsJsonAsync("/api/flows/sample.paint", wrong);
            said.AppendLine((await refused.Content.ReadAsStringAsync()).Replace("'canary'", "", StringComparison.Ordinal).Replace("\"canary\"", "", StringComparison.Ordinal));
        }

        using var asked = await _host.Http.PostAsJsonAsync("/api/queries/sample.look", new { name = "refused" });
        said.AppendLine(await asked.Content.ReadAsStringAsync());
        using var stranger = await _host.Stranger.GetAsync("/runtime/webhooks/durabletask/instances?code=canary-guess");
        said.AppendLine(await stranger.Content.ReadAsStringAsync());
        var id = (string)JsonNode.Parse(text)!["id"]!;
        var serializer = _host.Services.GetRequiredService<FlowSerializer>();
        var output = JsonSerializer.SerializeToNode(new SampleOutput("Sea") { PlayUrl = "https://play.example/?auth_key=canary-signature", UploadToken = "canary-token" }, serializer.Options);
        _host.Client.AddHistory(id, new FlowHistoryEvent(0, "TaskCompleted", _host.Time.GetUtcNow()) { Result = output, Error = new FlowError("MF3003", "https://e.example/?token=canary-token") });
        _host.Client.Change(id, i => i with
        {
            Status = FlowStatus.Failed,
            Output = output,
            Error = new FlowError("MF3003", "See https://e.example/?sig=canary-signature") { Hint = "https://e.example/?token=canary-token" },
            WaitingFor = "https://e.example/?token=canary-token",
            Progress = new JsonObject { ["message"] = "https://e.example/?token=canary-token" },
        });
        return id;
    }
}
