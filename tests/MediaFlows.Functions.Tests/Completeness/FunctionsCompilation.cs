using System.Reflection;
using MediaFlows.Functions.Tests.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MediaFlows.Functions.Tests.Completeness;

/// <summary>The sources of the Functions app, compiled against the declarations. Made once for all tests.</summary>
internal static class FunctionsCompilation
{
    // What ImplicitUsings gives; the declarations need some more, which the app gets from its packages.
    private static readonly string[] Implicit =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly Lazy<CSharpCompilation> App = new(() => Create(
        "MediaFlows.Functions",
        RepositoryFiles.Sources(RepositoryFiles.Functions),
        [Emit("MediaFlows.Functions.Declarations", RepositoryFiles.Sources(Path.Combine(RepositoryFiles.Root, "tests/MediaFlows.Functions.Tests/Declarations")))],
        OutputKind.ConsoleApplication));

    private static readonly Lazy<IReadOnlyList<DeclaredFunction>> Found = new(() => [.. Find()]);

    public static CSharpCompilation Functions => App.Value;

    /// <summary>Every method with <c>[Function]</c>.</summary>
    public static IReadOnlyList<DeclaredFunction> Declared => Found.Value;

    private static CSharpCompilation Create(string name, IEnumerable<string> files, IEnumerable<MetadataReference> more, OutputKind kind)
    {
        var usings = string.Concat(Implicit.Select(n => $"global using global::{n};\n"));
        var trees = files.Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), Parsing, f)).Append(CSharpSyntaxTree.ParseText(usings, Parsing));
        return CSharpCompilation.Create(name, trees, [.. Platform(), .. more], new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
    }

    // The framework, our own projects and their packages, but not this test assembly: it holds the adapters too.
    private static IEnumerable<MetadataReference> Platform() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(p => Path.GetFileName(p) != Assembly.GetExecutingAssembly().GetName().Name + ".dll")
        .Select(p => MetadataReference.CreateFromFile(p));

    private static PortableExecutableReference Emit(string name, IEnumerable<string> files)
    {
        using var image = new MemoryStream();
        var result = Create(name, files, [], OutputKind.DynamicallyLinkedLibrary).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static IEnumerable<DeclaredFunction> Find()
    {
        foreach (var tree in Functions.SyntaxTrees)
        {
            var model = Functions.GetSemanticModel(tree);
            foreach (var method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                var symbol = model.GetDeclaredSymbol(method)!;
                if (symbol.GetAttributes().SingleOrDefault(a => a.AttributeClass?.Name == "FunctionAttribute") is { } attribute)
                    yield return new DeclaredFunction((string)attribute.ConstructorArguments[0].Value!, symbol, method);
            }
        }
    }
}
