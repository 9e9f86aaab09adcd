using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.Jimeng;

public sealed class JimengCommandTests
{
    [Fact]
    public async Task The_documents_flags_become_the_input()
    {
        await using var bench = await JimengBench.StartAsync();
        var target = Generate(bench).Build(Values(
            ("prompt", "p"), ("--mode", "i2v_first_tail_720p"), ("--duration", "10"), ("--fps", "24"), ("--image", "a.png"), ("--tail-image", "https://x.example/b.png"), ("--seed", "-1"),
            ("--output", "out.mp4")));
        Assert.Equal(
            """{"prompt":"p","mode":"i2v_first_tail_720p","duration":10,"fps":24,"seed":-1,"image":{"file":"a.png"},"tailImage":{"url":"https://x.example/b.png"},"saveTo":{"file":"out.mp4"}}""",
            target.Input.ToJsonString());
        Assert.Equal(["/image/file"], target.LocalFiles);
        Assert.Equal(["/saveTo/file"], target.OutputFiles);
        bench.Flows.Serializer.ReadInput(System.Text.Json.JsonDocument.Parse(target.Input.ToJsonString()).RootElement, bench.Flows.Catalog.RequireFlow(target.Flow!).InputType);
    }

    [Fact]
    public async Task The_text_card_is_the_documents()
    {
        await using var bench = await JimengBench.StartAsync();
        var run = await bench.RunAsync(JimengBench.Saved);
        var output = bench.Flows.Serializer.Reveal(JsonNode.Parse(run.Output!.Value.GetRawText()), toOwner: true)!;
        Assert.Equal(
            $"""
            **Generated Video:**
            [Download Video]({output["video_url"]})
            **Generation Info:**
            - Prompt: p
            - Duration: 5 seconds
            - Mode: t2v_720p
            - FPS: 24
            - Save Path: blob:out/clip.mp4
            """.ReplaceLineEndings("\n"),
            Generate(bench).Render!(output, "en"));
        output["generation_info"]!.AsObject().Remove("save_path");
        Assert.DoesNotContain("Save Path", Generate(bench).Render!(output, "zh"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, HealthState.Skipped)]
    [InlineData("wrong", HealthState.Failed)]
    [InlineData("simulated-jimeng-secret-key-0001==", HealthState.Ok)]
    public async Task The_check_tells_whether_the_keys_sign_and_costs_nothing(string? secret, HealthState expected)
    {
        await using var bench = await JimengBench.StartAsync(s => s["VOLC_SECRETKEY"] = secret ?? "");
        var findings = await bench.Flows.Services.GetServices<IHealthProbe>().Single(p => p.Group == "jimeng").CheckAsync(default);
        Assert.Equal(expected, findings[^1].State);
        Assert.Empty(bench.Cloud.Charges.List());
    }

    private static CommandDescriptor Generate(JimengBench bench) => bench.Flows.Catalog.Commands.Single(c => c.Provider == "jimeng");

    private static CommandValues Values(params (string Name, string Value)[] values) =>
        new(values.ToDictionary(v => v.Name, v => (IReadOnlyList<string>)[v.Value], StringComparer.Ordinal), _ => "");
}
