using System.Text.Json.Nodes;
using MediaFlows.Providers.AlibabaOss.Signing;
using MediaFlows.Simulator.AlibabaOss;

namespace MediaFlows.Providers.Tests.AlibabaOss.Flows;

/// <summary>Asks the simulated IMM what it holds, at once: the callbacks of the crash drill do not wait.</summary>
internal sealed class ImmCaller(Uri baseUri, TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = new();
    private int _calls;

    public IReadOnlyList<string> Projects(string prefix) => [.. Call("ListProjects", ("Prefix", prefix))["Projects"]!.AsArray().Select(p => (string)p!["ProjectName"]!)];

    public JsonNode Call(string action, params (string Name, string Value)[] parameters)
    {
        var query = parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)).ToList();
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = baseUri.Authority,
            ["x-acs-action"] = action,
            ["x-acs-version"] = "2020-09-30",
            ["x-acs-date"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"),
            ["x-acs-signature-nonce"] = $"test-{++_calls}",
            ["x-acs-content-sha256"] = Acs3Signer.EmptyBodyHash,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(baseUri, "/?" + Acs3Signer.CanonicalQuery(query)));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation("Authorization", Acs3Signer.Authorization("POST", query, headers, OssAccount.AccessKeyId, OssAccount.AccessKeySecret));
        using var answer = _http.Send(request);
        using var body = answer.Content.ReadAsStream();
        return JsonNode.Parse(body)!;
    }

    public void Dispose() => _http.Dispose();
}
