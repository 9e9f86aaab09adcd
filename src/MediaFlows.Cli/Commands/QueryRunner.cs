using System.Text.Json.Nodes;
using MediaFlows.Cli.Connection;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Commands;

namespace MediaFlows.Cli.Commands;

/// <summary>Asks a look-up of a provider and prints its answer: whole, or read along as it is made.</summary>
internal sealed class QueryRunner(Terminal terminal)
{
    public async Task<int> AskAsync(ApiClient api, CommandDescriptor descriptor, CommandTarget target, FlowRunRequest request, CancellationToken cancellationToken)
    {
        var path = $"/api/queries/{Uri.EscapeDataString(target.Query!)}";
        if (request.DryRun)
        {
            terminal.WritePretty(await PostAsync(api, path + "?dryRun=true", target.Input, cancellationToken));
            return ExitCodes.Done;
        }

        if (target.Stream is { } stream && (request.Text || (stream.ByDefault && !request.Json)))
        {
            return await AnsweredAsync(target.Input, async () =>
            {
                await new StreamPrinter(terminal, stream).PrintAsync(api, path, target, cancellationToken);
                return ExitCodes.Done;
            });
        }

        var answer = await PostAsync(api, path, target.Input, cancellationToken);
        if (target.SaveText is { } file && answer is not null && target.Stream?.Whole(answer) is { } text) TextFile.Write(file, text);
        if (request.Text && descriptor.Render is not null && answer is not null) terminal.WriteText(descriptor.Render(answer, request.Language));
        else terminal.WriteJson(answer);
        return answer is not null && descriptor.IsFailure?.Invoke(answer) == true ? ExitCodes.Failed : ExitCodes.Done;
    }

    private Task<JsonNode?> PostAsync(ApiClient api, string path, JsonObject input, CancellationToken cancellationToken) =>
        AnsweredAsync(input, () => api.PostAsync(path, input, cancellationToken));

    // Open questions come before anything is asked of the provider, so that the same call can be made again with the answers.
    private async Task<T> AnsweredAsync<T>(JsonObject input, Func<Task<T>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (CliException e) when (terminal.Interactive && e.Document["questions"] is JsonArray { Count: > 0 } questions)
            {
                foreach (var question in questions.OfType<JsonObject>()) QuestionPrompt.Ask(question, input);
            }
        }
    }
}
