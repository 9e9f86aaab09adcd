using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using MediaFlows.Api.ErrorPages;
using MediaFlows.Api.Problems;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Errors;

namespace MediaFlows.Api.Tests.Contract;

public sealed class ErrorPageTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    private static readonly string[] Codes =
        [.. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code() => Assert.Equal(Codes, ErrorCatalog.All.Select(p => p.Code));

    [Fact]
    public void Every_page_says_what_happened_and_what_to_do() =>
        Assert.All(ErrorCatalog.All, p => Assert.True(p.Text.Split("\n\n").Length >= 2 && p.Title.Length > 5, p.Code));

    [Fact]
    public void Codes_that_only_a_person_can_resolve_promise_no_later_success() =>
        Assert.All(Codes.Where(c => ProblemStatus.RetryAfter(c) is not null), c => Assert.Contains(ProblemStatus.Of(c), new[] { 409, 429, 503 }));

    [Theory]
    [InlineData("*/*", "text/markdown", "# MF1001 The input breaks a rule")]
    [InlineData("application/json", "application/json", "\"title\":\"The input breaks a rule\"")]
    [InlineData("text/html,*/*", "text/html", "<h1>MF1001 The input breaks a rule</h1>")]
    public async Task A_page_comes_in_the_form_that_is_asked_for(string accept, string type, string part)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/errors/mf1001");
        request.Headers.Accept.ParseAdd(accept);
        using var answer = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(MediaTypeHeaderValue.Parse(type).MediaType, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(part, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_type_of_a_problem_leads_to_its_page()
    {
        using var refused = await host.Http.GetAsync("/api/flows/nobody");
        var problem = await refused.ShouldBeProblem(HttpStatusCode.NotFound, "MF2001");
        Assert.Contains((string)problem["title"]!, await host.Http.GetStringAsync((string?)problem["type"]), StringComparison.Ordinal);
    }
}
