using System.Diagnostics;

namespace MediaFlows.Local.Processes;

/// <summary>
/// A process that this one started and owns: its output is captured line by line, its standard input is a pipe that closes when this process
/// ends in any way, and disposing it ends it.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly OutputLines _lines;
    private readonly string _name;
    private int? _exitCode;

    private ChildProcess(Process process, string name, OutputLines lines)
    {
        _process = process;
        Id = process.Id;
        _name = name;
        _lines = lines;
    }

    /// <summary>Process id.</summary>
    public int Id { get; }

    /// <summary>True when it has ended.</summary>
    public bool HasExited => _exitCode is not null || _process.HasExited;

    /// <summary>The exit code, once it has ended.</summary>
    public int ExitCode => _exitCode ?? _process.ExitCode;

    /// <summary>The last lines of both streams (2,000 at most), oldest first.</summary>
    public IReadOnlyList<string> Output => _lines.Snapshot();

    /// <summary>Memory in use now (resident set) in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts <paramref name="spec"/>.</summary>
    /// <exception cref="LocalToolException">The program was not found.</exception>
    public static ChildProcess Start(ChildProcessSpec spec)
    {
        var info = new ProcessStartInfo(spec.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = spec.Directory ?? "",
        };
        foreach (var argument in spec.Arguments) info.ArgumentList.Add(argument);
        foreach (var (name, value) in spec.Environment) info.Environment[name] = value;
        var lines = new OutputLines(spec.OnLine);
        var process = new Process { StartInfo = info };
        process.OutputDataReceived += (_, e) => lines.Add(e.Data);
        process.ErrorDataReceived += (_, e) => lines.Add(e.Data);
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            process.Dispose();
            throw new LocalToolException($"The program {spec.Program} could not be started: {e.Message}", e);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ChildProcess(process, Path.GetFileNameWithoutExtension(spec.Program), lines);
    }

    /// <summary>
    /// Starts a .NET assembly with the <c>dotnet</c> that runs this process. The child is told to end when its standard input closes
    /// (<see cref="ParentWatch"/>).
    /// </summary>
    public static ChildProcess StartDotnet(string assemblyPath, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, Action<string>? onLine = null)
    {
        var variables = new Dictionary<string, string?>(environment ?? new Dictionary<string, string?>(), StringComparer.Ordinal)
        {
            [ParentWatch.Variable] = "1",
        };
        return Start(new ChildProcessSpec(DotnetProgram.Path, ["exec", assemblyPath, .. arguments]) { Environment = variables, OnLine = onLine });
    }

    /// <summary>
    /// Waits for a line that fits, among those already written too.
    /// </summary>
    /// <exception cref="LocalToolException">The process ended first; the message holds the end of its output.</exception>
    public async Task<string> WaitForLineAsync(Func<string, bool> fits, CancellationToken cancellationToken) =>
        await _lines.FindAsync(fits, cancellationToken) ?? throw new LocalToolException($"{_name} ended before it was ready. The end of its output:\n{Tail()}");

    /// <summary>Waits for the end and returns the exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        if (_exitCode is null) await _process.WaitForExitAsync(cancellationToken);
        return ExitCode;
    }

    /// <summary>Ends it at once and without warning (SIGKILL), together with processes it started.</summary>
    public void Kill()
    {
        if (!HasExited) _process.Kill(entireProcessTree: true);
    }

    /// <summary>Asks it to end (SIGTERM).</summary>
    /// <exception cref="PlatformNotSupportedException">On Windows, which has no such signal.</exception>
    public void Terminate() => Send(Signals.Terminate);

    /// <summary>Does what Ctrl-C on its terminal would (SIGINT).</summary>
    /// <exception cref="PlatformNotSupportedException">On Windows, which has no such signal.</exception>
    public void Interrupt() => Send(Signals.Interrupt);

    /// <summary>Freezes it (SIGSTOP) as a long pause of the machine would.</summary>
    /// <exception cref="PlatformNotSupportedException">On Windows, which has no such signal.</exception>
    public void Pause() => Send(Signals.Stop);

    /// <summary>Lets a frozen process go on (SIGCONT).</summary>
    /// <exception cref="PlatformNotSupportedException">On Windows, which has no such signal.</exception>
    public void Continue() => Send(Signals.Continue);

    /// <summary>Closes its standard input, which asks it to end where it watches for that.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>The last <paramref name="lines"/> lines of output as one text.</summary>
    public string Tail(int lines = 20) => string.Join('\n', Output.TakeLast(lines));

    /// <summary>Kills it if it still runs and waits for its end. Output and exit code can still be read afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_exitCode is not null) return;
        Kill();
        await _process.WaitForExitAsync();
        _exitCode = _process.ExitCode;
        _process.Dispose();
    }

    // A process that ended meanwhile is no error: what the signal was meant to bring about has happened.
    private void Send(int signal)
    {
        if (!HasExited) Signals.Send(Id, signal);
    }
}
