using System.CommandLine;
using MediaFlows.Cli.Console;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows recipe list|show|save|delete|run</c>.</summary>
internal static class RecipeCommand
{
    public static Command Create(CommandServices services) => new("recipe", "Pipelines over several flows, written as JSON.")
    {
        List(services), Show(services), Save(services), Delete(services), Run(services),
    };

    private static Command List(CommandServices services)
    {
        var command = new Command("list", "Lists recipes, those that come with MediaFlows included.");
        services.Run(command, async (_, api, cancellationToken) =>
        {
            services.Terminal.WriteJson(await api.GetAsync("/api/recipes", cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Show(CommandServices services)
    {
        var (name, version) = Named();
        var command = new Command("show", "Prints a recipe.") { name, version };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            services.Terminal.WritePretty(await api.GetAsync(Path(parsed.GetValue(name)!, "", parsed.GetValue(version)), cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Save(CommandServices services)
    {
        var recipe = new Argument<string>("recipe") { Description = "The recipe as JSON, @file.json, or - for standard input." };
        var command = new Command("save", "Checks and saves a recipe; a saved version never changes.") { recipe };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var body = InputArgument.ReadObject(parsed.GetValue(recipe));
            services.Terminal.WriteJson(await api.PutAsync(Path(body["name"]?.ToString() ?? "unnamed", "", null), body, cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Delete(CommandServices services)
    {
        var (name, version) = Named();
        var command = new Command("delete", "Deletes a saved recipe, or one version of it. Running ones keep the document they were started with.") { name, version };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            await api.DeleteAsync(Path(parsed.GetValue(name)!, "", parsed.GetValue(version)), cancellationToken);
            services.Terminal.WriteJson(new System.Text.Json.Nodes.JsonObject { ["deleted"] = parsed.GetValue(name) });
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Run(CommandServices services)
    {
        var (name, version) = Named();
        var inputs = new Argument<string?>("inputs") { Description = "Its inputs as JSON, @file.json, or - for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var options = new FlowRunOptions();
        var command = new Command("run", "Starts a recipe and waits for its result.") { name, inputs, version };
        options.AddTo(command, options.DryRun, options.Output, options.Language);
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var request = options.Read(parsed);
            var query = new QueryText();
            query.Add("version", parsed.GetValue(version));
            if (request.Defaults) query.Add("defaults", "true");
            query.Add("instanceId", request.InstanceId);
            query.Add("batch", request.Batch);
            var path = $"/api/recipes/{Uri.EscapeDataString(parsed.GetValue(name)!)}/runs{query}";
            var started = (await api.PostAsync(path, InputArgument.ReadObject(parsed.GetValue(inputs)), cancellationToken, request.IdempotencyKey, request.Notify))!;
            if (!request.NoWait)
                return await new FlowRunner(services.Terminal, services.Time).FollowAsync(api, started["id"]!.GetValue<string>(), request, null, cancellationToken);
            services.Terminal.WriteJson(new System.Text.Json.Nodes.JsonObject { ["id"] = started["id"]!.DeepClone(), ["state"] = "pending" });
            return ExitCodes.Done;
        });
        return command;
    }

    private static (Argument<string> Name, Option<string?> Version) Named() =>
        (new Argument<string>("name") { Description = "Name of the recipe." }, new Option<string?>("--recipe-version") { Description = "One version; the last saved when left out." });

    private static string Path(string name, string tail, string? version)
    {
        var query = new QueryText();
        query.Add("version", version);
        return $"/api/recipes/{Uri.EscapeDataString(name)}{tail}{query}";
    }
}
