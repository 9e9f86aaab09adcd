namespace MediaFlows.Core.Commands;

/// <summary>
/// A local file that is named inside a text of the input (<c>File:a.png</c>). The command line puts the full path in its place, or, when the host cannot read
/// it, uploads it to media storage and puts <c>blob:</c> and its name there.
/// </summary>
/// <param name="Pointer">JSON pointer of the text.</param>
/// <param name="Prefix">What stands before the path; may be empty.</param>
public sealed record LocalText(string Pointer, string Prefix);
