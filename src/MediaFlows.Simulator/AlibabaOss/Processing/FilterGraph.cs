using System.Text;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>An ffmpeg filter graph that grows along one main chain; other chains join it.</summary>
internal sealed class FilterGraph(string input)
{
    private readonly StringBuilder _closed = new();
    private readonly List<string> _chain = [];
    private string _head = input;
    private int _labels;

    /// <summary>The graph; empty when nothing is to be done.</summary>
    public string Text => _closed + (_chain.Count > 0 ? _head + string.Join(',', _chain) : _closed.Length > 0 ? _head + "null" : "");

    /// <summary>Adds a filter to the main chain.</summary>
    public void Add(string filter) => _chain.Add(filter);

    /// <summary>Adds a whole chain with its own input (<c>[1:v]scale=…</c>) and returns its label.</summary>
    public string Side(string chain)
    {
        var label = Label();
        _closed.Append(chain).Append(label).Append(';');
        return label;
    }

    /// <summary>Ends the main chain and lays <paramref name="over"/> over it.</summary>
    public void Overlay(string over, string position) => Join(main => $"{main}{over}overlay={position}:format=rgb");

    /// <summary>Ends the main chain and lays it over <paramref name="under"/>.</summary>
    public void Underlay(string under) => Join(main => $"{under}{main}overlay=format=rgb:shortest=1");

    private void Join(Func<string, string> filter)
    {
        var main = Label();
        _closed.Append(_head).Append(_chain.Count > 0 ? string.Join(',', _chain) : "null").Append(main).Append(';');
        _chain.Clear();
        var joined = Label();
        _closed.Append(filter(main)).Append(joined).Append(';');
        _head = joined;
    }

    private string Label() => $"[g{++_labels}]";
}
