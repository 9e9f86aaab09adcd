using Spectre.Console;
using Spectre.Console.Rendering;

namespace MediaFlows.Cli.Tests.Questions;

/// <summary>A terminal at which somebody types given lines.</summary>
internal sealed class ScriptedConsole : IAnsiConsole, IAnsiConsoleInput
{
    private readonly Queue<ConsoleKeyInfo> _keys = new();
    private readonly StringWriter _shown = new();
    private readonly IAnsiConsole _console;

    public ScriptedConsole(params string[] lines)
    {
        foreach (var line in lines)
        {
            // An arrow stands for itself.
            foreach (var c in line) _keys.Enqueue(c == '↓' ? new ConsoleKeyInfo('\0', ConsoleKey.DownArrow, false, false, false) : new ConsoleKeyInfo(c, ConsoleKey.NoName, false, false, false));
            _keys.Enqueue(new ConsoleKeyInfo('\r', ConsoleKey.Enter, false, false, false));
        }

        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_shown), Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes });
    }

    public string Shown => _shown.ToString();

    public bool Finished => _keys.Count == 0;

    public Profile Profile => _console.Profile;

    public IAnsiConsoleCursor Cursor => _console.Cursor;

    public IAnsiConsoleInput Input => this;

    public IExclusivityMode ExclusivityMode => _console.ExclusivityMode;

    public RenderPipeline Pipeline => _console.Pipeline;

    public void Clear(bool home) => _console.Clear(home);

    public void Write(IRenderable renderable) => _console.Write(renderable);

    public bool IsKeyAvailable() => _keys.Count > 0;

    public ConsoleKeyInfo? ReadKey(bool intercept) => _keys.TryDequeue(out var key) ? key : throw new InvalidOperationException("Nobody types any more: " + Shown);

    public Task<ConsoleKeyInfo?> ReadKeyAsync(bool intercept, CancellationToken cancellationToken) => Task.FromResult(ReadKey(intercept));
}
