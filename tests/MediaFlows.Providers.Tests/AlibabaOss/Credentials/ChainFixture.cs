using System.Net;
using MediaFlows.Providers.AlibabaOss.Credentials;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.Tests.AlibabaOss.Credentials;

/// <summary>The whole chain over files, servers and programs that exist in memory only.</summary>
internal sealed class ChainFixture
{
    public VirtualTime Time { get; } = new();

    public FakeFiles Files { get; } = new();

    public FakeServers Servers { get; } = new();

    public FakeProcess Process { get; } = new();

    public CredentialChain Create(params (string Name, string Value)[] settings)
    {
        var values = settings.ToDictionary(s => s.Name, s => s.Value);
        var read = new CredentialSettings(new ConfigurationBuilder().AddInMemoryCollection(values!).Build(), new TestSecrets(values));
        var http = new HttpClient(Servers);
        var sts = new StsClient(http, read, Time);
        var ecs = new EcsMetadataClient(http, read, Time);
        var uris = new CredentialsUriClient(http);
        var cli = new CliProfileCredentials(read, Files, sts, ecs, uris, new SignInSession(http, Files, Time), new ExternalCredentials(read, Process, Time));
        return new CredentialChain(
            [
                new EnvironmentCredentials(read), new OidcCredentials(read, Files, sts), cli,
                new IniProfileCredentials(read, Files, sts, ecs), new EcsCredentials(read, ecs), new UriCredentials(read, uris),
            ],
            Time);
    }

    internal sealed class FakeFiles : ICredentialFiles
    {
        public Dictionary<string, string> Texts { get; } = [];

        public bool ReadOnly { get; set; }

        public string Home => "/home/u";

        public string Config => Path.Combine(Home, ".aliyun", "config.json");

        public void Cli(string json) => Texts[Config] = json;

        public string? ReadText(string path) => Texts.GetValueOrDefault(path);

        public bool CanReplace(string path) => !ReadOnly;

        public void Replace(string path, string text) => Texts[path] = text;
    }

    internal sealed class FakeProcess : ICredentialProcess
    {
        public string Output { get; set; } = "";

        public List<string> Runs { get; } = [];

        public Task<string> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
        {
            Runs.Add(string.Join('|', words));
            return Task.FromResult(Output);
        }
    }

    internal sealed class FakeServers : HttpMessageHandler
    {
        public Dictionary<string, string> Answers { get; } = [];

        public List<string> Bodies { get; } = [];

        public List<string> Tokens { get; } = [];

        public List<string> Called { get; } = [];

        public int Calls => Called.Count;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Called.Add($"{request.Method} {request.RequestUri} {request.Headers.Authorization}".TrimEnd());
            // Servers of sign-ins take no body without a length.
            if (request.Content is not null) Assert.NotNull(request.Content.Headers.ContentLength);
            if (request.Content is not null) Bodies.Add(await request.Content.ReadAsStringAsync(cancellationToken));
            if (request.Headers.TryGetValues("X-aliyun-ecs-metadata-token", out var token)) Tokens.AddRange(token);
            return Answers.TryGetValue($"{request.Method} {request.RequestUri}", out var answer)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) }
                : new HttpResponseMessage(HttpStatusCode.NotFound);
        }
    }
}
