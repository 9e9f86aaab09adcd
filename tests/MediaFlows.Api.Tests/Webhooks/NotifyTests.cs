using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Api.Webhooks;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Webhooks;
using MediaFlows.Testing.Media;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Api.Tests.Webhooks;

public sealed class NotifyTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    private const string Url = "https://hooks.example/in";
    private const string Secret = "canary-secret";

    [Fact]
    public async Task A_start_with_notify_starts_the_companion_first_and_keeps_the_member_out_of_the_input()
    {
        var before = host.Client.Starts.Count;
        using var answer = await StartAsync(new { url = Url, secret = Secret, events = new[] { "failed" } });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (string?)(await ApiTestHost.JsonOf(answer))["id"];

        var starts = host.Client.Starts.Skip(before).ToList();
        Assert.Equal(["mediaflows.notify", "sample.paint"], starts.Select(s => s.Flow));
        var input = Assert.IsType<NotifyInput>(starts[0].Input);
        Assert.Equal((id, Url, Secret), (input.InstanceId, input.Url, input.Secret));
        Assert.Equal(["failed"], input.Events!);
        Assert.Equal(id, starts[1].InstanceId);
        Assert.NotNull(starts[1].NotifyInstanceId);
    }

    [Theory]
    [InlineData("""{"url":"https://private.example/","secret":"s"}""", "MF5002")]
    [InlineData("""{"url":"https://hooks.example/"}""", "MF1001")]
    [InlineData("""{"url":"https://hooks.example/","secret":""}""", "MF1001")]
    [InlineData("""{"url":"https://hooks.example/","secret":"s","events":["done"]}""", "MF1001")]
    [InlineData("""{"url":"https://hooks.example/","secret":"s","event":["failed"]}""", "MF1001")]
    [InlineData("\"https://hooks.example/\"", "MF1001")]
    public async Task A_receiver_that_does_not_fit_starts_nothing(string notify, string code)
    {
        var before = host.Client.Starts.Count;
        using var answer = await StartAsync(JsonNode.Parse(notify)!);
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, code);
        Assert.Equal(before, host.Client.Starts.Count);
    }

    [Fact]
    public async Task The_status_shows_how_the_webhook_fares_and_never_the_secret()
    {
        using var answer = await StartAsync(new { url = Url, secret = Secret });
        var id = (string?)(await ApiTestHost.JsonOf(answer))["id"];
        var companion = host.Client.Starts.Single(s => s.InstanceId == id).NotifyInstanceId!;
        host.Client.Change(companion, i => i with { Progress = JsonNode.Parse("""{"webhooks":[{"id":"e1","event":"failed","state":"pending","tries":3}]}""") });

        var status = await host.GetJsonAsync("/api/flows/" + id);
        Assert.Equal(Url, (string?)status["notify"]!["url"]);
        Assert.Equal(3, (int)status["notify"]!["deliveries"]![0]!["tries"]!);
        Assert.DoesNotContain("canary", status.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_with_another_receiver_is_another_request()
    {
        using var first = await StartAsync(new { url = Url, secret = Secret }, key: "notify-key");
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        using var same = await StartAsync(new { url = Url, secret = Secret }, key: "notify-key");
        Assert.Equal("true", same.Headers.GetValues("Idempotent-Replayed").Single());
        using var other = await StartAsync(new { url = Url + "/other", secret = Secret }, key: "notify-key");
        await other.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1009");
    }

    [Fact]
    public async Task Delivering_again_asks_the_companion_and_begins_an_ended_one_anew()
    {
        using var answer = await StartAsync(new { url = Url, secret = Secret });
        var id = (string?)(await ApiTestHost.JsonOf(answer))["id"];
        var companion = host.Client.Starts.Single(s => s.InstanceId == id).NotifyInstanceId!;
        host.Client.Change(companion, i => i with { Status = FlowStatus.Completed });

        using var again = await host.Http.PostAsync($"/api/flows/{id}/notify", null);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Contains($"restart {companion} True", host.Client.Calls);
        Assert.Contains(host.Client.Events, e => e.Id == companion && e.Name == FlowEvents.Notify && !e.Payload.TryGetProperty("state", out _));
    }

    [Theory]
    [InlineData("/api/flows/sample.paint", "application/json", """{"title":"Sea","colour":"darkRed"}""")]
    [InlineData("/api/batches?flow=sample.paint", "application/x-ndjson", """{"title":"Sea","colour":"darkRed"}""")]
    [InlineData("/api/batches", "application/json", """{"manifest":{"blob":"headers.jsonl"},"flow":"sample.paint"}""")]
    [InlineData("/api/recipes/with-headers/runs", "application/json", "{}")]
    public async Task Every_start_takes_the_webhook_from_headers(string path, string contentType, string body)
    {
        await SaveAsync();
        var before = host.Client.Starts.Count;
        using var answer = await SendAsync(path, contentType, body, (NotifyReader.UrlHeader, Url), (NotifyReader.SecretHeader, Secret), (NotifyReader.EventsHeader, "started, failed"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var starts = host.Client.Starts.Skip(before).ToList();
        var input = Assert.IsType<NotifyInput>(starts[0].Input);
        Assert.Equal((Url, Secret, starts[1].InstanceId), (input.Url, input.Secret, input.InstanceId));
        Assert.Equal(["started", "failed"], input.Events!);
        Assert.NotNull(starts[1].NotifyInstanceId);
        Assert.DoesNotContain("canary", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NotifyReader.UrlHeader, Url)]
    [InlineData(NotifyReader.SecretHeader, Secret)]
    [InlineData(NotifyReader.EventsHeader, "failed")]
    public async Task Half_a_webhook_in_headers_starts_nothing_and_is_not_quoted(string header, string value)
    {
        var before = host.Client.Starts.Count;
        using var answer = await SendAsync("/api/batches?flow=sample.paint", "application/x-ndjson", "{}", (header, value));
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
        Assert.DoesNotContain("canary", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, host.Client.Starts.Count);
    }

    [Fact]
    public async Task A_webhook_in_the_body_and_in_headers_starts_nothing()
    {
        using var answer = await SendAsync(
            "/api/flows/sample.paint", "application/json", """{"title":"Sea","colour":"darkRed","notify":{"url":"https://hooks.example/in","secret":"s"}}""", (NotifyReader.UrlHeader, Url), (NotifyReader.SecretHeader, Secret));
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
    }

    [Fact]
    public async Task A_recipe_takes_notify_beside_its_inputs()
    {
        await SaveAsync();
        var before = host.Client.Starts.Count;
        using var answer = await SendAsync("/api/recipes/with-headers/runs", "application/json", $$$"""{"notify":{"url":"{{{Url}}}","secret":"s"}}""");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(["mediaflows.notify", "mediaflows.recipe"], host.Client.Starts.Skip(before).Select(s => s.Flow));
    }

    [Fact]
    public async Task One_delivery_of_the_log_is_made_again_and_an_ended_companion_gets_its_log_back()
    {
        using var answer = await StartAsync(new { url = Url, secret = Secret });
        var id = (string?)(await ApiTestHost.JsonOf(answer))["id"];
        var companion = host.Client.Starts.Single(s => s.InstanceId == id).NotifyInstanceId!;
        host.Client.Change(companion, i => i with
        {
            Status = FlowStatus.Completed,
            Progress = JsonNode.Parse("""{"webhooks":[{"id":"e1","event":"started","state":"delivered","tries":1}]}"""),
            Output = JsonNode.Parse("""{"deliveries":[{"id":"e1","event":"started","body":"{}","state":"delivered","tries":1}],"nextLook":"2026-01-01T00:00:00Z","closed":true}"""),
        });
        using var unknown = await host.Http.PostAsync($"/api/flows/{id}/notify?delivery=e2", null);
        await unknown.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
        using var again = await host.Http.PostAsync($"/api/flows/{id}/notify?delivery=e1", null);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        var asked = host.Client.Events.Last(e => e.Id == companion).Payload;
        Assert.Equal(("e1", "e1"), (asked.GetProperty("delivery").GetString(), asked.GetProperty("kept").GetProperty("deliveries")[0].GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_flow_without_a_webhook_has_none_to_tell_again()
    {
        var id = await host.StartAsync();
        using var answer = await host.Http.PostAsync($"/api/flows/{id}/notify", null);
        await answer.ShouldBeProblem(HttpStatusCode.Conflict, "MF2002");
    }

    private async Task SaveAsync()
    {
        host.Services.GetRequiredService<TestMedia>().Blobs["headers.jsonl"] = "{}"u8.ToArray();
        using var saved = await host.Http.PutAsync("/api/recipes/with-headers", JsonContent.Create(JsonNode.Parse("""{"name":"with-headers","steps":{"a":{"flow":"sample.paint","input":{"title":"Sea","colour":"darkRed"}}}}""")));
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string contentType, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue(contentType);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await host.Http.SendAsync(request);
    }

    private Task<HttpResponseMessage> StartAsync(object notify, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/flows/sample.paint") { Content = JsonContent.Create(new { title = "Sea", colour = "darkRed", notify }) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return host.Http.SendAsync(request);
    }
}
