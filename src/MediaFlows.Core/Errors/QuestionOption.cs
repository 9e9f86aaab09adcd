namespace MediaFlows.Core.Errors;

/// <summary>One answer to a <see cref="Question"/>.</summary>
/// <param name="Label">What a person reads.</param>
/// <param name="Value">What goes into the input field.</param>
public sealed record QuestionOption(string Label, string Value);
