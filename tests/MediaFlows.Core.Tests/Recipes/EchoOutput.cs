namespace MediaFlows.Core.Tests.Recipes;

internal sealed record EchoOutput(string Text, int Count, IReadOnlyList<string> Parts);
