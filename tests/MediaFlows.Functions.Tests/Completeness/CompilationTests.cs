using Microsoft.CodeAnalysis;

namespace MediaFlows.Functions.Tests.Completeness;

/// <summary>The Functions app compiles, warnings included, without its packages.</summary>
public sealed class CompilationTests
{
    [Fact]
    public void The_sources_compile_without_a_warning_against_the_declared_api()
    {
        var findings = FunctionsCompilation.Functions.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public void Every_function_name_can_be_used_on_the_platform_and_is_used_once()
    {
        var names = FunctionsCompilation.Declared.Select(f => f.Name).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, n => Assert.Matches("^[a-zA-Z][a-zA-Z0-9_-]{0,127}$", n));
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Function_bodies_are_a_few_lines()
    {
        foreach (var function in FunctionsCompilation.Declared)
        {
            var lines = function.Syntax.GetLocation().GetLineSpan();
            Assert.True(lines.EndLinePosition.Line - lines.StartLinePosition.Line <= 10, $"{function.Name} is too long for a function; move the work.");
        }
    }
}
