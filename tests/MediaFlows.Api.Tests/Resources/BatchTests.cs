using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Api.Tests.Sample;
using MediaFlows.Core.Batches;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Ingest;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Submissions;
using MediaFlows.Testing.Media;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Api.Tests.Resources;

public sealed class BatchTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    private const string Lines = """
        {"key":"a","input":{"title":"Sea","colour":"darkRed"}}
        {"key":"b","input":{"title":"Lake","colour":"darkRed"}}

        """;

    [Theory]
    [InlineData("application/x-ndjson", "jsonl")]
    [InlineData("text/csv; charset=utf-8", "csv")]
    public async Task A_manifest_in_the_body_is_stored_and_started(string contentType, string format)
    {
        using var answer = await SendAsync(Encoding.UTF8.GetBytes(Lines), contentType, $"?flow=sample.paint&maxParallel=7&maxCharges=9&defaults=true&instanceId=b-{format}");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var start = host.Client.Starts.Single(s => s.InstanceId == $"b-{format}");
        var input = Assert.IsType<BatchInput>(start.Input);
        Assert.Equal("mediaflows.batch", start.Flow);
        Assert.Equal((7, 9L, true, "sample.paint", format), (input.MaxParallel, input.MaxCharges, input.Defaults, input.Flow, input.Format));
        Assert.Equal(Lines, Encoding.UTF8.GetString(host.Services.GetRequiredService<TestMedia>().Blobs[input.Manifest.Blob!]));
        Assert.Equal("running", (string?)(await host.GetJsonAsync($"/api/batches/b-{format}"))["state"]);
    }

    [Fact]
    public async Task A_compressed_manifest_keeps_its_bytes()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(Lines));
        using var answer = await SendAsync(packed.ToArray(), "application/x-ndjson", "?instanceId=b-gzip", gzip: true);

        var input = Assert.IsType<BatchInput>(host.Client.Starts.Single(s => s.InstanceId == "b-gzip").Input);
        Assert.EndsWith(".jsonl.gz", input.Manifest.Blob, StringComparison.Ordinal);
        Assert.Equal(packed.ToArray(), host.Services.GetRequiredService<TestMedia>().Blobs[input.Manifest.Blob!]);
    }

    [Fact]
    public async Task An_idempotency_key_is_held_to_the_manifest()
    {
        using var first = await SendAsync(Encoding.UTF8.GetBytes(Lines), "application/x-ndjson", "", key: "batch-key");
        using var again = await SendAsync(Encoding.UTF8.GetBytes(Lines), "application/x-ndjson", "", key: "batch-key");
        using var other = await SendAsync(Encoding.UTF8.GetBytes(Lines + "{}\n"), "application/x-ndjson", "", key: "batch-key");

        Assert.Equal((string?)(await ApiTestHost.JsonOf(first))["id"], (string?)(await ApiTestHost.JsonOf(again))["id"]);
        await other.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1009");
    }

    [Fact]
    public async Task A_stored_manifest_is_named_in_JSON()
    {
        host.Services.GetRequiredService<TestMedia>().Blobs["clips.csv"] = Encoding.UTF8.GetBytes("title,colour\nSea,darkRed\n");
        using var answer = await host.Http.PostAsJsonAsync("/api/batches?instanceId=b-json", new { manifest = new { blob = "clips.csv" }, flow = "sample.paint" });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("csv", Assert.IsType<BatchInput>(host.Client.Starts.Single(s => s.InstanceId == "b-json").Input).Format);
    }

    [Theory]
    [InlineData("text/plain", "", HttpStatusCode.UnsupportedMediaType, "MF1013")]
    [InlineData("text/csv", "?maxParallel=0", HttpStatusCode.UnprocessableEntity, "MF1001")]
    [InlineData("text/csv", "?parallel=3", HttpStatusCode.UnprocessableEntity, "MF1001")]
    [InlineData("application/json", "", HttpStatusCode.UnprocessableEntity, "MF1001")]
    public async Task What_does_not_fit_is_refused_before_anything_starts(string contentType, string query, HttpStatusCode status, string code)
    {
        using var answer = await SendAsync("{}"u8.ToArray(), contentType, query);
        await answer.ShouldBeProblem(status, code);
    }

    [Fact]
    public async Task An_empty_manifest_is_refused()
    {
        using var answer = await SendAsync([], "text/csv", "");
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
    }

    [Theory]
    [InlineData(FlowStatus.Running, 5, false)]
    [InlineData(FlowStatus.Failed, 5, true)]
    [InlineData(FlowStatus.Failed, 0, false)]
    public async Task A_raised_limit_is_set_and_a_batch_that_ended_for_want_of_it_is_retried(FlowStatus status, int most, bool retried)
    {
        var id = $"b-limit-{status}-{most}".ToLowerInvariant();
        host.Make(id, change: i => i with { Flow = "mediaflows.batch", Status = status });
        var gate = host.Services.GetRequiredService<IChargeGate>();
        await gate.BeginAsync(id, 1, default);
        using var answer = await host.Http.PostAsJsonAsync($"/api/batches/{id}/limit", new { maxCharges = most });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(new ChargeState(0, most), await gate.ReadAsync(id, default));
        Assert.Equal(retried, host.Client.Calls.Any(c => c.StartsWith($"retry {id}", StringComparison.Ordinal)));
        Assert.Equal(most, (int)(await host.GetJsonAsync($"/api/batches/{id}"))["charges"]!["most"]!);
    }

    [Theory]
    [InlineData("{}", "b-limit", HttpStatusCode.UnprocessableEntity, "MF1001")]
    [InlineData("""{"maxCharges":-1}""", "b-limit", HttpStatusCode.UnprocessableEntity, "MF1001")]
    [InlineData("""{"maxCharges":"5"}""", "b-limit", HttpStatusCode.UnprocessableEntity, "MF1001")]
    [InlineData("""{"maxCharges":5,"force":true}""", "b-limit", HttpStatusCode.UnprocessableEntity, "MF1001")]
    [InlineData("""{"maxCharges":5}""", "b-limit-over", HttpStatusCode.Conflict, "MF2002")]
    [InlineData("""{"maxCharges":5}""", "b-limit-uncounted", HttpStatusCode.Conflict, "MF2002")]
    [InlineData("""{"maxCharges":5}""", "b-limit-plain", HttpStatusCode.NotFound, "MF2001")]
    public async Task A_limit_that_makes_no_sense_is_refused(string body, string id, HttpStatusCode status, string code)
    {
        var gate = host.Services.GetRequiredService<IChargeGate>();
        host.Make("b-limit", change: i => i with { Flow = "mediaflows.batch" });
        host.Make("b-limit-over", change: i => i with { Flow = "mediaflows.batch", Status = FlowStatus.Completed });
        host.Make("b-limit-uncounted", change: i => i with { Flow = "mediaflows.batch" });
        host.Make("b-limit-plain");
        foreach (var counted in (string[])["b-limit", "b-limit-over", "b-limit-plain"]) await gate.BeginAsync(counted, 1, default);
        using var answer = await host.Http.PostAsync($"/api/batches/{id}/limit", new StringContent(body, Encoding.UTF8, "application/json"));
        await answer.ShouldBeProblem(status, code);
        Assert.Equal(1, (await gate.ReadAsync("b-limit", default))!.Most);
    }

    [Fact]
    public async Task The_days_charges_are_told()
    {
        var charges = await host.GetJsonAsync("/api/charges");
        Assert.Equal(10, ((string?)charges["day"])!.Length);
        Assert.Null(charges["most"]);
    }

    [Fact]
    public async Task A_pointer_to_a_manifest_starts_one_batch_per_key_and_tells_its_webhook()
    {
        host.Services.GetRequiredService<TestMedia>().Blobs["pointed.jsonl"] = "{}"u8.ToArray();
        var ingest = host.Services.GetRequiredService<IIngestHandler>();
        var body = Encoding.UTF8.GetBytes("""{"manifest":{"blob":"pointed.jsonl"},"flow":"sample.paint","maxCharges":3,"key":"pointed","batch":"night","notify":{"url":"https://hooks.example/in","secret":"s"}}""");
        Assert.Null(await ingest.HandleAsync(new IngestMessage("m1", body, 1), default));
        Assert.Null(await ingest.HandleAsync(new IngestMessage("m2", body, 1), default));
        var start = Assert.Single(host.Client.Starts, s => s.Input is BatchInput { Manifest.Blob: "pointed.jsonl" });
        Assert.Equal(("night", 3L), (start.Batch, ((BatchInput)start.Input!).MaxCharges));
        Assert.NotNull(start.NotifyInstanceId);
        Assert.NotNull(await ingest.HandleAsync(new IngestMessage("m3", Encoding.UTF8.GetBytes("""{"manifest":{"blob":"pointed.jsonl"},"nonsense":1}"""), 1), default));
    }

    [Fact]
    public async Task Results_come_line_by_line_in_order_without_secrets()
    {
        host.Make("b-results", change: i => i with { Flow = "mediaflows.batch" });
        var serializer = host.Services.GetRequiredService<FlowSerializer>();
        var output = serializer.ToElement(new SampleOutput("Sea") { PlayUrl = "https://play.example/?sig=whole", UploadToken = "canary-token" });
        var blobs = host.Services.GetRequiredService<BatchBlobs>();
        await blobs.WriteResultsAsync("b-results", 1, [new BatchResult(2, "failed") { Error = new FlowError("MF3003", "No.") }], default);
        await blobs.WriteResultsAsync("b-results", 0, [new BatchResult(0, "completed") { Key = "a", Output = output }, new BatchResult(1, "completed")], default);

        using var answer = await host.Http.GetAsync("/api/batches/b-results/results");
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal([0, 1, 2], lines.Select(l => (int)l["index"]!));
        Assert.Equal("https://play.example/?sig=whole", (string?)lines[0]["output"]!["playUrl"]);
        Assert.Equal("MF3003", (string?)lines[2]["error"]!["code"]);
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/batches/no-batch")]
    [InlineData("/api/batches/no-batch/results")]
    [InlineData("/api/batches/nobody/results")]
    public async Task An_instance_that_is_no_batch_is_404(string path)
    {
        host.Make("no-batch");
        using var answer = await host.Http.GetAsync(path);
        await answer.ShouldBeProblem(HttpStatusCode.NotFound, "MF2001");
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] body, string contentType, string query, bool gzip = false, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/batches" + query) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (gzip) request.Content.Headers.ContentEncoding.Add("gzip");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await host.Http.SendAsync(request);
    }
}
