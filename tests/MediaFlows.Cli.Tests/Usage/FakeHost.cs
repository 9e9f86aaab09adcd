using System.CommandLine;
using System.Net;
using System.Text;
using MediaFlows.Cli.Commands;
using MediaFlows.Cli.Connection;
using MediaFlows.Cli.Console;
using MediaFlows.Cli.Providers;

namespace MediaFlows.Cli.Tests.Usage;

/// <summary>Commands that talk to a host which is a table of answers.</summary>
internal sealed class FakeHost : HttpMessageHandler
{
    private readonly StringWriter _output = new();

    /// <summary>Answers by <c>METHOD path</c> without query.</summary>
    public Dictionary<string, (HttpStatusCode Status, string Body)> Answers { get; } = new(StringComparer.Ordinal);

    public List<string> Asked { get; } = [];

    public string? MediaRoot { get; set; }

    public string Output => _output.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');

    /// <summary>A flow that ends at once with <paramref name="status"/>.</summary>
    public void Flow(string pipeline, string status)
    {
        Answers[$"POST /api/flows/{pipeline}"] = (HttpStatusCode.Accepted, """{"id":"f1"}""");
        Answers["GET /api/flows/f1/events"] = (HttpStatusCode.NoContent, "");
        Answers["GET /api/flows/f1"] = (HttpStatusCode.OK, status);
    }

    public async Task<int> RunAsync(params string[] arguments)
    {
        var terminal = new Terminal(_output, TextWriter.Null, interactive: false, colour: false);
        var services = new CommandServices(terminal, TimeProvider.System, (_, _) =>
            Task.FromResult(new HostSession(new ApiClient(new HostConnection(new Uri("http://host.test/"), "key", MediaRoot), this), embedded: null)));
        var root = new RootCommand { DoctorCommand.Create(services), RunCommand.Create(services) };
        ProviderCommands.AddTo(root, services);
        try
        {
            return await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = _output, Error = TextWriter.Null });
        }
        catch (CliException e)
        {
            // As Program does.
            terminal.WriteJson(e.Document);
            return e.ExitCode;
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        Asked.Add(asked);
        var (status, body) = Answers.GetValueOrDefault(asked, (HttpStatusCode.NotFound, """{"error":"nothing here"}"""));
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, status == HttpStatusCode.UnprocessableEntity ? "application/problem+json" : "application/json") });
    }
}
