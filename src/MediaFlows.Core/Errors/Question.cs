namespace MediaFlows.Core.Errors;

/// <summary>One open choice, in plain product language; parameter names and raw values are never part of <see cref="Text"/>.</summary>
/// <param name="Field">The input field that the answer fills. For programs; not to be shown.</param>
/// <param name="Text">The question as a person reads it.</param>
/// <param name="Options">The answers to choose from; empty for free text.</param>
/// <param name="Recommended">The value that <c>defaults: true</c> would take, or null where there is none.</param>
public sealed record Question(string Field, string Text, IReadOnlyList<QuestionOption> Options, string? Recommended = null)
{
    /// <summary>JSON Schema type of the answer's value: <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>array</c> or <c>object</c>; null where anything fits.</summary>
    public string? Type { get; init; }
}
