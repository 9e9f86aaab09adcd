using System.Net;
using System.Text;
using MediaFlows.Core.Secrets;
using MediaFlows.Providers.VideoEval.Api;
using MediaFlows.Testing.Secrets;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.Tests.VideoEval;

/// <summary>The client over an answer given by the test; keeps what was sent.</summary>
internal sealed class StubbedService : HttpMessageHandler, IHttpClientFactory
{
    public static readonly VideoEvalCall Call = new("00000000-0000-4000-8000-000000000000");

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public string Body { get; set; } = "{}";

    public Exception? Failure { get; set; }

    public HttpRequestMessage? Request { get; private set; }

    public string Sent { get; private set; } = "";

    public string RawHeaders { get; private set; } = "";

    public VideoEvalClient Client => new(this, new ConfigurationBuilder().Build(), Secrets);

    private static ISecretSource Secrets =>
        new TestSecrets(new Dictionary<string, string>(StringComparer.Ordinal) { [VideoEvalService.ApiKeyVariable] = "test-key-123" });

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Request = request;
        Sent = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync(cancellationToken));
        RawHeaders = string.Join('\n', request.Headers.NonValidated.Select(h => $"{h.Key}: {h.Value}"));
        if (Failure is not null) throw Failure;
        return new HttpResponseMessage(Status) { Content = new StringContent(Body) };
    }
}
