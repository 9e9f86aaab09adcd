using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;

namespace MediaFlows.Api.Tests.Sample;

public sealed class SampleFlow : Flow<SampleInput, SampleOutput>
{
    public override FlowInfo Info { get; } = new()
    {
        Name = "sample.paint",
        Description = "Paints a picture.",
        Charged = true,
        CostNotice = "Costs one coin.",
        Stages = ["S1_SUBMIT", "S2_POLL"],
        ExampleInput = """{"title":"Sea","colour":"lightBlue"}""",
    };

    public override ValueTask<SampleInput> PrepareAsync(SampleInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        if (input.Title.Length == 0) errors.Add("title", "The title is empty.");
        if (input.Count is < 0) errors.Add("count", "The count is negative.");
        errors.ThrowIfAny();
        if (input.Title == "boom") throw new InvalidOperationException("internal detail: canary-internal");
        if (input.Colour is null && !preparation.UseDefaults)
            throw new QuestionsException([new Question("colour", "Which colour shall it have?", [new("Dark red", "darkRed"), new("Light blue", "lightBlue")], "lightBlue")]);
        return ValueTask.FromResult(input with { Colour = input.Colour ?? SampleColour.LightBlue });
    }

    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(SampleInput input, FlowPreparation preparation, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<PlannedRequest>>(
        [
            new("S1_SUBMIT", "POST", "https://paint.example/?Action=Paint&X-Signature=canary-signature") { Charged = true },
        ]);

    public override Task<SampleOutput> RunAsync(FlowContext context, SampleInput input) => Task.FromResult(new SampleOutput(input.Title));
}
