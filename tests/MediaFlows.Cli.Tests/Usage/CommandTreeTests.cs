using MediaFlows.Cli.Console;

namespace MediaFlows.Cli.Tests.Usage;

public class CommandTreeTests
{
    [Theory]
    [InlineData("no-such-command", 2)]
    [InlineData("flows show", 2)]
    [InlineData("explain MF0000", 2)]
    [InlineData("explain MF1001", 0)]
    [InlineData("simulate nocloud", 2)]
    [InlineData("simulate byteplus=99999", 2)]
    public async Task Usage_errors_start_nothing_and_say_so(string line, int exitCode)
    {
        var (code, output) = await RunAsync(line.Split(' '));
        Assert.Equal(exitCode, code);
        if (exitCode == 2) Assert.Contains("\"error\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run byteplus.enhance {} --notify-url https://a.example/ --notify-secret @/no/such/file")]
    [InlineData("run byteplus.enhance {} --notify-secret canary-secret")]
    [InlineData("recipe run x --notify-events failed")]
    [InlineData("batch submit /no/such/file --notify-url https://a.example/ --notify-secret canary-\u00e9")]
    [InlineData("batch limit b many")]
    public async Task Half_a_webhook_starts_nothing_and_the_secret_is_not_repeated(string line)
    {
        var key = Path.GetTempFileName();
        await File.WriteAllTextAsync(key, "no-key");
        var (code, output) = await RunAsync([.. line.Split(' '), "--url", "http://127.0.0.1:9/", "--key-file", key]);
        File.Delete(key);
        Assert.Equal(2, code);
        Assert.DoesNotContain("canary", output, StringComparison.Ordinal);
        Assert.DoesNotContain("No host answers", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_that_starts_something_can_name_a_webhook()
    {
        var pending = new Stack<System.CommandLine.Command>([CommandTree.Create(Quiet(new StringWriter()), TimeProvider.System)]);
        var starting = 0;
        while (pending.TryPop(out var command))
        {
            var names = command.Options.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
            if (names.Contains("--idempotency-key"))
            {
                starting++;
                Assert.True(names.IsSupersetOf(["--notify-url", "--notify-secret", "--notify-events"]), command.Name);
            }

            foreach (var child in command.Subcommands) pending.Push(child);
        }

        Assert.True(starting > 20, $"{starting} starting commands");
    }

    [Fact]
    public void Every_command_says_more_than_its_name()
    {
        var pending = new Stack<System.CommandLine.Command>(CommandTree.Create(Quiet(new StringWriter()), TimeProvider.System).Subcommands);
        while (pending.TryPop(out var command))
        {
            Assert.True(command.Description is { Length: > 0 } said && said != command.Name, command.Name);
            foreach (var child in command.Subcommands) pending.Push(child);
        }
    }

    [Fact]
    public async Task Explain_prints_the_page_of_an_error()
    {
        var (_, output) = await RunAsync("explain", "mf1002");
        Assert.StartsWith("MF1002 ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_of_the_readme_exists()
    {
        var root = CommandTree.Create(Quiet(new StringWriter()), TimeProvider.System);
        foreach (var line in ReadmeCommands())
        {
            var words = line.Split(' ').TakeWhile(w => w.All(c => char.IsAsciiLetterLower(c) || c == '-')).ToList();
            System.CommandLine.Command at = root;
            foreach (var word in words)
            {
                if (at.Subcommands.FirstOrDefault(c => c.Name == word) is not { } next) break;
                at = next;
            }

            Assert.True(at != root && at.Subcommands.Count == 0, $"README: mediaflows {line}");
        }
    }

    [Fact]
    public void Option_names_are_unique_in_every_command()
    {
        var pending = new Stack<System.CommandLine.Command>([CommandTree.Create(Quiet(new StringWriter()), TimeProvider.System)]);
        while (pending.TryPop(out var command))
        {
            var names = command.Options.SelectMany(o => o.Aliases.Append(o.Name)).ToList();
            Assert.True(names.Count == names.Distinct(StringComparer.Ordinal).Count(), $"{command.Name}: {string.Join(' ', names)}");
            foreach (var child in command.Subcommands) pending.Push(child);
        }
    }

    private static IEnumerable<string> ReadmeCommands()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MediaFlows.sln"))) folder = Path.GetDirectoryName(folder)!;
        foreach (var line in File.ReadLines(Path.Combine(folder, "README.md")))
        {
            var command = line.Split(" # ")[0].Trim();
            if (command.StartsWith("mediaflows ", StringComparison.Ordinal)) yield return command["mediaflows ".Length..].Trim();
            const string Run = "dotnet run --project src/MediaFlows.Cli -- ";
            if (command.StartsWith(Run, StringComparison.Ordinal)) yield return command[Run.Length..].Trim();
        }
    }

    private static Terminal Quiet(TextWriter output) => new(output, TextWriter.Null, interactive: false, colour: false);

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        return (await Program.RunAsync(arguments, Quiet(output)), output.ToString());
    }
}
