namespace MediaFlows.EndToEnd.CommandLine;

/// <summary>The program as a user runs it, against a running host.</summary>
public sealed class CommandLineTests(Worlds.World world)
{
    [Fact]
    public async Task Commands_print_the_documents_json_and_their_exit_code()
    {
        await using var host = await world.StartHostAsync(world.Azurite.NewName("cli"));
        var file = Path.Combine(host.Folder, "clip.mp4");
        await File.WriteAllBytesAsync(file, world.Video, TestContext.Current.CancellationToken);

        var upload = await CommandRun.RunAsync(host, "byteplus", "upload", file);
        upload.Ended(0);
        Assert.StartsWith("vid://", upload.Json["Source"]!.GetValue<string>(), StringComparison.Ordinal);

        var open = await CommandRun.RunAsync(host, "byteplus", "enhance", $$"""{"type":"Vid","video":"{{upload.Json["Vid"]}}"}""");
        open.Ended(2);
        Assert.Equal(2, open.Json["questions"]!.AsArray().Count);

        var plan = await CommandRun.RunAsync(host, "byteplus", "enhance", $$"""{"type":"Vid","video":"{{upload.Json["Vid"]}}","config":"common","repair_style":1}""", "--dry-run");
        plan.Ended(0);
        Assert.Contains(plan.Lines, l => l.Contains("StartExecution", StringComparison.Ordinal));

        var missing = await CommandRun.RunAsync(host, "byteplus", "upload", Path.Combine(host.Folder, "none.mp4"));
        missing.Ended(2);

        var list = await CommandRun.RunAsync(host, "flows", "list");
        Assert.Single(list.Json["items"]!.AsArray());

        var id = list.Json["items"]![0]!["id"]!.GetValue<string>();
        (await CommandRun.RunAsync(host, "flows", "watch", id)).Ended(0);
        (await CommandRun.RunAsync(host, "flows", "purge", id)).Ended(0);
        var gone = await CommandRun.RunAsync(host, "flows", "show", id);
        gone.Ended(2);
        Assert.Equal("MF2001", gone.Json["code"]!.GetValue<string>());
    }
}
