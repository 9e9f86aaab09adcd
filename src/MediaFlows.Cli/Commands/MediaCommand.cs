using System.CommandLine;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows media put|get|delete</c>: files in the host's media storage.</summary>
internal static class MediaCommand
{
    public static Command Create(CommandServices services) => new("media", "Puts files into media storage and gets them out.") { Put(services), Get(services), Delete(services) };

    private static Command Put(CommandServices services)
    {
        var path = new Argument<string>("path") { Description = "Local file." };
        var name = new Argument<string?>("name") { Description = "Name in media storage (default: the file's name).", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("put", "Streams a file into media storage.") { path, name };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var file = parsed.GetValue(path)!;
            if (!File.Exists(file)) throw new CliException(ExitCodes.NotStarted, ErrorCodes.FileNotFound, $"The file '{file}' does not exist.", "Check the path.");
            await using var content = File.OpenRead(file);
            services.Terminal.WriteJson(await api.PutMediaAsync(parsed.GetValue(name) ?? Path.GetFileName(file), content, cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Get(CommandServices services)
    {
        var name = new Argument<string>("name") { Description = "Name in media storage." };
        var path = new Argument<string?>("path") { Description = "Local file to write (default: the name's last part).", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("get", "Streams media into a local file; it appears there whole or not at all.") { name, path };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var target = Path.GetFullPath(parsed.GetValue(path) ?? Path.GetFileName(parsed.GetValue(name)!));
            var temporary = target + ".part";
            long length;
            await using (var file = File.Create(temporary))
            {
                await api.GetMediaAsync(parsed.GetValue(name)!, file, cancellationToken);
                length = file.Length;
            }

            File.Move(temporary, target, overwrite: true);
            services.Terminal.WriteJson(new JsonObject { ["path"] = target, ["size"] = length });
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Delete(CommandServices services)
    {
        var name = new Argument<string>("name") { Description = "Name in media storage." };
        var command = new Command("delete", "Removes media.") { name };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var media = parsed.GetValue(name)!;
            await api.DeleteAsync("/api/media/" + string.Join('/', media.Split('/').Select(Uri.EscapeDataString)), cancellationToken);
            services.Terminal.WriteJson(new JsonObject { ["deleted"] = media });
            return ExitCodes.Done;
        });
        return command;
    }
}
