using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MediaFlows.Functions.Tests.Completeness;

/// <summary>A function as its source declares it.</summary>
/// <param name="Name">Value of <c>[Function]</c>, constants resolved.</param>
/// <param name="Method">The method.</param>
internal sealed record DeclaredFunction(string Name, IMethodSymbol Method, MethodDeclarationSyntax Syntax)
{
    /// <summary>String literals in the body.</summary>
    public IEnumerable<string> Literals => ((SyntaxNode?)Syntax.ExpressionBody ?? Syntax.Body!).DescendantNodes()
        .OfType<LiteralExpressionSyntax>().Where(l => l.IsKind(SyntaxKind.StringLiteralExpression)).Select(l => l.Token.ValueText);

    public static string? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value as string;

    /// <summary>The attribute of that name on one of the parameters, or null.</summary>
    public AttributeData? Binding(string attribute) =>
        Method.Parameters.SelectMany(p => p.GetAttributes()).SingleOrDefault(a => a.AttributeClass!.Name == attribute);
}
