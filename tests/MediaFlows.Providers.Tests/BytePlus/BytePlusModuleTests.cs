using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Callbacks;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.BytePlus;

public sealed class BytePlusModuleTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> WithToken = new(StringComparer.Ordinal) { ["BYTEPLUS_CALLBACK_TOKEN"] = "callback-canary" };
    private BytePlusLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await BytePlusLab.StartAsync(WithToken);

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public void A_path_is_uploaded_and_a_link_is_pulled()
    {
        var file = Build("upload", ("source", "clips/a.mp4"), ("--space", "mine"));
        Assert.Equal("byteplus.upload-file", file.Flow);
        Assert.Equal("""{"source":{"file":"clips/a.mp4"},"sourceLabel":"clips/a.mp4","space":"mine"}""", file.Input.ToJsonString());
        Assert.Equal(["/source/file"], file.LocalFiles);

        var link = Build("upload", ("source", "HTTPS://example.com/a.mp4"), ("space", "second"));
        Assert.Equal("byteplus.upload-url", link.Flow);
        Assert.Equal("""{"url":"HTTPS://example.com/a.mp4","space":"second"}""", link.Input.ToJsonString());
    }

    [Theory]
    [InlineData("""{"type":"Vid","video":"v0","config":"ugc","repair_style":1}""")]
    [InlineData("@parameters.json")]
    public void Enhance_takes_json_a_file_and_options_over_both(string parameters)
    {
        var target = Build("enhance", ("parameters", parameters), ("--config", "aigc"), ("--res", "1080p"));
        Assert.Equal("byteplus.enhance", target.Flow);
        Assert.Equal("""{"type":"Vid","video":"v0","config":"aigc","repair_style":1,"res":"1080p"}""", target.Input.ToJsonString());
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{not json")]
    public void Parameters_that_are_no_object_are_refused(string parameters) =>
        Assert.Throws<InvalidInputException>(() => Build("enhance", ("parameters", parameters)));

    [Fact]
    public async Task The_probe_finds_a_working_account_and_never_shows_a_key()
    {
        var findings = await ProbeAsync(_lab);
        Assert.Equal(["credentials", "space", "api", "clock"], findings.Select(f => f.Name));
        Assert.All(findings, f => Assert.Equal(HealthState.Ok, f.State));
        foreach (var secret in (string[])["BYTEPLUS_ACCESSKEY", "BYTEPLUS_SECRETKEY"])
            Assert.DoesNotContain(_lab.Environment[secret], JsonSerializer.Serialize(findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_probe_says_what_is_wrong()
    {
        await using var wrong = await BytePlusLab.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["BYTEPLUS_SECRETKEY"] = "wrong", ["VOD_SPACE_NAME"] = "" });
        var findings = await ProbeAsync(wrong);
        Assert.Contains(findings, f => f is { Name: "api", State: HealthState.Failed } && f.Detail.Contains("SignatureDoesNotMatch", StringComparison.Ordinal));
        Assert.Contains(findings, f => f is { Name: "space", State: HealthState.Warning });

        await using var none = await BytePlusLab.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["BYTEPLUS_ACCESSKEY"] = "" });
        Assert.Contains(await ProbeAsync(none), f => f is { Name: "credentials", State: HealthState.Skipped } && f.Detail.Contains("BYTEPLUS_ACCESSKEY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_callback_with_the_token_names_its_jobs_and_any_other_is_refused()
    {
        var callback = _lab.Runner.Catalog.FindCallback("byteplus")!;
        var body = """{"EventType":"ExecutionComplete","Data":{"RunId":"hb:1","Inner":[{"JobId":"job-2"},{"RunId":"hb:1"}]}}""";

        Assert.Equal(["hb:1", "job-2"], await callback.ReadAsync(Message("callback-canary", body), default));
        foreach (var bad in (CallbackMessage[])[Message(null, body), Message("", body), Message("callback-canary2", body), Message("callback-canary", "{")])
        {
            var e = await Assert.ThrowsAsync<FlowException>(() => callback.ReadAsync(bad, default).AsTask());
            Assert.Equal(ErrorCodes.CallbackRefused, e.Error.Code);
            Assert.DoesNotContain("callback-canary", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Queries_answer_in_the_providers_and_the_documents_shapes()
    {
        var vid = await _lab.UploadSampleAsync();
        _lab.Reveal(await _lab.Runner.RunAsync("byteplus.enhance", BytePlusLab.Enhance.Replace("VID", vid, StringComparison.Ordinal)));
        var runId = _lab.Cloud.Charges.List()[0].JobId;

        var run = await AskAsync("byteplus.execution", $$"""{"runId":"{{runId}}"}""");
        Assert.Equal(["Status", "SpaceName", "VideoUrls", "AudioUrls", "Texts"], run.Select(p => p.Key));
        var tasks = await AskAsync("byteplus.upload-task", """{"jobIds":"job-1"}""");
        Assert.Equal("job-1", tasks["NotExistJobIds"]![0]!.GetValue<string>());
        Assert.Equal("Unpublished", (await AskAsync("byteplus.play-info", $$"""{"vid":"vid://{{vid}}"}"""))["Status"]!.GetValue<string>());
        var fresh = await AskAsync("byteplus.play-url", $$"""{"fileName":"{{run["VideoUrls"]![0]!["DirectUrl"]}}"}""");
        Assert.Contains("auth_key=", fresh["Url"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_flow_names_its_stages_and_shows_an_input_that_is_valid_json()
    {
        var flows = _lab.Runner.Catalog.Flows.Where(f => f.Info.Provider == "byteplus").ToList();
        Assert.Equal(["byteplus.enhance", "byteplus.upload-file", "byteplus.upload-url"], flows.Select(f => f.Info.Name));
        Assert.All(flows, f => Assert.NotEmpty(f.Info.Stages));
        Assert.All(flows, f => _lab.Runner.Serializer.ReadInput(JsonDocument.Parse(f.Info.ExampleInput!).RootElement, f.InputType));
    }

    private static Task<IReadOnlyList<HealthFinding>> ProbeAsync(BytePlusLab lab) =>
        lab.Runner.Services.GetServices<IHealthProbe>().Single(p => p.Group == "byteplus").CheckAsync(default);

    private static CallbackMessage Message(string? token, string body) => new(
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
        token is null ? new Dictionary<string, string>(StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal) { ["token"] = token },
        Encoding.UTF8.GetBytes(body));

    private async Task<JsonObject> AskAsync(string name, string input)
    {
        var query = _lab.Runner.Catalog.RequireQuery(name);
        return (JsonObject)(await query.RunAsync(_lab.Runner.Serializer.ReadInput(JsonDocument.Parse(input).RootElement, query.InputType), default))!;
    }

    private CommandTarget Build(string command, params (string Name, string Value)[] values) =>
        _lab.Runner.Catalog.Commands.Single(c => c.Provider == "byteplus" && c.Name == command).Build(new CommandValues(
            values.ToDictionary(v => v.Name, v => (IReadOnlyList<string>)[v.Value], StringComparer.Ordinal),
            path => path == "parameters.json" ? """{"type":"Vid","video":"v0","config":"ugc","repair_style":1}""" : throw new FileNotFoundException(path)));
}
