namespace MediaFlows.Api.ErrorPages;

/// <summary>The section of one error code in <c>docs/errors.md</c>.</summary>
/// <param name="Code">Code such as <c>MF1001</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">The section's Markdown without its heading.</param>
public sealed record ErrorPage(string Code, string Title, string Text);
