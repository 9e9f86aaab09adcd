using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;

namespace MediaFlows.Core.Tests.Recipes;

/// <summary>Returns what it is given; asks for a mode, fails on demand.</summary>
internal sealed class EchoFlow : Flow<EchoInput, EchoOutput>
{
    public static List<string> Ran { get; } = [];

    public override FlowInfo Info { get; } = new() { Name = "test.echo", Description = "Echo.", ExampleInput = """{"text":"x","mode":"m"}""" };

    public override ValueTask<EchoInput> PrepareAsync(EchoInput input, FlowPreparation preparation, CancellationToken cancellationToken) =>
        input.Mode is null && !preparation.UseDefaults
            ? throw new QuestionsException([new Question("mode", "Which mode?", [new QuestionOption("Fast", "fast")], "fast")])
            : input.Text == "" ? throw new InvalidInputException("text", "The text is empty.")
            : ValueTask.FromResult(input with { Mode = input.Mode ?? "fast" });

    public override Task<EchoOutput> RunAsync(FlowContext context, EchoInput input)
    {
        Ran.Add(input.Text);
        return input.Text.StartsWith("fail", StringComparison.Ordinal)
            ? Task.FromException<EchoOutput>(new FlowException(ErrorCodes.JobFailed, "It failed."))
            : Task.FromResult(new EchoOutput(input.Text, input.Count, ["1", "2", "3"]));
    }
}
