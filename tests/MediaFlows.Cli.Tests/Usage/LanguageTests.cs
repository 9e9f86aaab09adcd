using System.CommandLine;
using MediaFlows.Cli.Commands;

namespace MediaFlows.Cli.Tests.Usage;

public class LanguageTests
{
    [Theory]
    [InlineData("", "zh", "zh")]
    [InlineData("", "en", "en")]
    [InlineData("--lang en", "zh", "en")]
    [InlineData("--lang zh", "en", "zh")]
    public void The_callers_language_wins_over_the_documents_own(string line, string own, string expected)
    {
        var options = new FlowRunOptions();
        var command = new Command("start");
        options.AddTo(command);
        var parsed = command.Parse(line);
        Assert.Empty(parsed.Errors);
        Assert.Equal(expected, options.Read(parsed, own).Language);
    }

    [Fact]
    public void Another_language_is_refused()
    {
        var options = new FlowRunOptions();
        var command = new Command("start");
        options.AddTo(command);
        Assert.NotEmpty(command.Parse("--lang fr").Errors);
    }
}
