using MediaFlows.Local;
using MediaFlows.Local.Processes;

namespace MediaFlows.Storage.Tests.Local;

public sealed class ChildProcessTests
{
    public ChildProcessTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The children are shell commands.");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_of_both_streams_are_kept_and_waited_for()
    {
        await using var child = Shell("echo one; echo two >&2; echo three; exit 3");
        Assert.Equal("three", await child.WaitForLineAsync(l => l.StartsWith('t') && l.EndsWith('e'), Token));
        Assert.Equal(3, await child.WaitForExitAsync(Token));
        Assert.Equal(["one", "three", "two"], child.Output.Order(StringComparer.Ordinal));
        Assert.Equal("one", await child.WaitForLineAsync(l => l == "one", Token));
    }

    [Fact]
    public async Task A_child_that_ends_before_it_is_ready_is_reported_with_its_output()
    {
        await using var child = Shell("echo it broke >&2; exit 1");
        var e = await Assert.ThrowsAsync<LocalToolException>(() => child.WaitForLineAsync(l => l == "ready", Token));
        Assert.Contains("it broke", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_to_end_can_be_answered_and_a_kill_cannot()
    {
        await using var polite = Shell("trap 'echo bye; exit 7' TERM; echo ready; while :; do read x; done");
        await polite.WaitForLineAsync(l => l == "ready", Token);
        polite.Terminate();
        Assert.Equal(7, await polite.WaitForExitAsync(Token));

        await using var deaf = Shell("trap '' TERM; echo ready; while :; do sleep 1; done");
        await deaf.WaitForLineAsync(l => l == "ready", Token);
        deaf.Terminate();
        Assert.False(deaf.HasExited);
        deaf.Kill();
        Assert.Equal(137, await deaf.WaitForExitAsync(Token));
        deaf.Terminate();
    }

    [Fact]
    public async Task A_paused_child_does_nothing_until_it_is_continued()
    {
        await using var child = Shell("echo ready; read line; echo got");
        await child.WaitForLineAsync(l => l == "ready", Token);
        child.Pause();
        Assert.Equal('T', State(child.Id));
        child.CloseInput();
        child.Continue();
        await child.WaitForLineAsync(l => l == "got", Token);
    }

    [Fact]
    public void A_program_that_does_not_exist_is_named() =>
        Assert.Contains("no-such-program", Assert.Throws<LocalToolException>(() => ChildProcess.Start(new ChildProcessSpec("no-such-program", []))).Message, StringComparison.Ordinal);

    [Fact]
    public void Free_ports_are_free_and_different()
    {
        var ports = FreePorts.Find(20);
        Assert.Equal(20, ports.Distinct().Count());
        Assert.DoesNotContain(ports, FreePorts.IsTaken);
    }

    private static ChildProcess Shell(string script) => ChildProcess.Start(new ChildProcessSpec("sh", ["-c", script]));

    // A stop takes effect when the kernel next runs the process.
    private static char State(int id)
    {
        for (var i = 0; i < 10_000; i++)
        {
            var state = File.ReadAllText($"/proc/{id}/stat").Split(") ")[1][0];
            if (state == 'T') return state;
            Thread.Yield();
        }

        return '?';
    }
}
