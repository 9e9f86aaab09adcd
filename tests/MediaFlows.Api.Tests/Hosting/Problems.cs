using System.Net;
using System.Text.Json.Nodes;

namespace MediaFlows.Api.Tests.Hosting;

/// <summary>What every error answer must be.</summary>
public static class Problems
{
    public static async Task<JsonNode> ShouldBeProblem(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal(code, (string?)problem["code"]);
        Assert.EndsWith($"/api/errors/{code}", (string?)problem["type"]);
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.False(string.IsNullOrEmpty((string?)problem["title"]));
        Assert.False(string.IsNullOrEmpty((string?)problem["detail"]));
        Assert.False(string.IsNullOrEmpty((string?)problem["traceId"]));
        Assert.Equal(Uri.UnescapeDataString(answer.RequestMessage!.RequestUri!.AbsolutePath), Uri.UnescapeDataString((string)problem["instance"]!));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        return problem;
    }
}
