using System.Net;
using System.Text;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.ErrorPages;

/// <summary>Serves the error pages.</summary>
public sealed class ErrorPageHandler
{
    /// <summary>Every code with its title.</summary>
    public Task<IResult> ListAsync(HttpContext context) =>
        Task.FromResult(ApiJson.Result(new { items = ErrorCatalog.All.Select(p => new { p.Code, p.Title }) }));

    /// <summary>One page: JSON, HTML or Markdown, as the request accepts.</summary>
    /// <exception cref="FlowException"><c>MF1011</c> for an unknown code.</exception>
    public Task<IResult> ShowAsync(HttpContext context, string code)
    {
        var page = ErrorCatalog.Find(code)
            ?? throw new FlowException(ErrorCodes.RouteNotFound, $"There is no error code '{code}'.", "GET /api/errors lists them.");
        var accept = context.Request.Headers.Accept.ToString();
        return Task.FromResult(
            accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) ? Results.Text(Html(page), "text/html", Encoding.UTF8)
            : accept.Contains("json", StringComparison.OrdinalIgnoreCase) ? ApiJson.Result(page)
            : Results.Text($"# {page.Code} {page.Title}\n\n{page.Text}\n", "text/markdown", Encoding.UTF8));
    }

    private static string Html(ErrorPage page)
    {
        var title = WebUtility.HtmlEncode($"{page.Code} {page.Title}");
        var paragraphs = page.Text.Split("\n\n").Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>");
        return $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{title}</title><h1>{title}</h1>{string.Concat(paragraphs)}</html>";
    }
}
