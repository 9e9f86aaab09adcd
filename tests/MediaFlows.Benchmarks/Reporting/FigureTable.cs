using System.Text;

namespace MediaFlows.Benchmarks.Reporting;

/// <summary>The table that is printed at the end, as Markdown, ready for docs/benchmarks.md.</summary>
internal sealed class FigureTable
{
    private readonly List<Figure> _figures = [];

    public void Add(IEnumerable<Figure> figures) => _figures.AddRange(figures);

    public override string ToString()
    {
        var text = new StringBuilder("\n| Figure | Measured | Target | Holds |\n|---|---|---|---|\n");
        foreach (var f in _figures) text.Append($"| {f.Name} | {f.Value} | {f.Target} | {(f.Holds is { } holds ? holds ? "yes" : "NO" : "")} |\n");
        return text.ToString();
    }
}
