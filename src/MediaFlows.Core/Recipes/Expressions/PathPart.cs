namespace MediaFlows.Core.Recipes.Expressions;

/// <summary>One part of a path: a member name or an array index.</summary>
/// <param name="Name">Member name, or null for an index.</param>
/// <param name="Index">Array index; negative counts from the end.</param>
public readonly record struct PathPart(string? Name, int Index);
