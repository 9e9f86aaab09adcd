namespace MediaFlows.Core.Errors;

/// <summary>A required choice is missing. Nothing was started; the answer is a list of questions in product language.</summary>
public sealed class QuestionsException : FlowException
{
    /// <summary>Asks <paramref name="questions"/>; every front end shows them in its own way (HTTP answers 422).</summary>
    public QuestionsException(IReadOnlyList<Question> questions)
        : base(new FlowError(ErrorCodes.QuestionsOpen, "Some choices are needed before this can start: " + string.Join(" ", questions.Select(q => q.Text)))
        {
            Hint = "Answer the questions, or ask for the recommended values with defaults: true.",
        }) => Questions = questions;

    /// <summary>The open questions, in the order to ask them.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>The same questions, with the types that their answers have in <paramref name="input"/>; a type that is known already is kept.</summary>
    public QuestionsException TypedBy(Type input) => new([.. Questions.Select(q => q with { Type = q.Type ?? AnswerTypes.Of(input, q.Field) })]);
}
