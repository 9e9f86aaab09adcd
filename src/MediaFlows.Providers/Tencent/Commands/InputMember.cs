using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using MediaFlows.Providers.MediaFormats;

namespace MediaFlows.Providers.Tencent.Commands;

/// <summary>One member of an input record, seen from the command line.</summary>
internal sealed class InputMember
{
    // Words of people and names of files, which may hold commas: "a, b" is one of them.
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal) { "names", "namePrefixes", "descriptions", "tags", "persons", "inputFiles", "clothesFiles", "tag", "streamPaths" };

    // Filled in by preparation, or said by another flag.
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal) { "uploads", "warnings", "mediaFacts", "coverFacts", "wait", "operation" };

    private readonly Type _type;
    private readonly string _description;

    private InputMember(PropertyInfo property)
    {
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        _type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        _description = property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
    }

    /// <summary>JSON name.</summary>
    public string Name { get; }

    private bool IsMedia => _type == typeof(MediaSource);

    private bool IsList => _type != typeof(string) && _type.IsGenericType;

    public static IEnumerable<InputMember> Of(Type input) =>
        input.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).Select(p => new InputMember(p)).Where(m => !Hidden.Contains(m.Name));

    public IEnumerable<CommandOption> Options(Dictionary<string, string>? renames)
    {
        if (IsMedia)
        {
            yield return new CommandOption(FileFlag(renames), "A local file.");
            yield break;
        }

        yield return new CommandOption(Flag, _description) { Kind = Kind };
    }

    public void Read(CommandValues values, Dictionary<string, string>? renames, JsonObject input)
    {
        var flag = IsMedia ? FileFlag(renames) : Flag;
        if (!values.Values.ContainsKey(flag)) return;
        input[Name] = IsMedia ? MediaArgument.ToJson(values.Text(flag)!) : Value(values, flag);
    }

    private string Flag => "--" + Kebab(Name);

    private CommandOptionKind Kind =>
        _type == typeof(bool) ? CommandOptionKind.Flag
        : _type == typeof(int) || _type == typeof(long) ? CommandOptionKind.Integer
        : _type == typeof(double) ? CommandOptionKind.Number
        : IsList && ItemType.Namespace == "System" ? CommandOptionKind.List
        : CommandOptionKind.Text;

    private Type ItemType => _type.GetGenericArguments()[0];

    private string FileFlag(Dictionary<string, string>? renames) => renames?.FirstOrDefault(r => r.Value == Name).Key ?? (Name == "source" ? "--file" : $"--{Kebab(Name)}-file");

    private JsonNode? Value(CommandValues values, string flag) => Kind switch
    {
        CommandOptionKind.Flag => true,
        CommandOptionKind.Integer => values.Integer(flag),
        CommandOptionKind.Number => values.Number(flag),
        CommandOptionKind.List => new JsonArray([.. values.All(flag).SelectMany(v => Whole.Contains(Name) ? [v] : Split(v)).Select(v => Item(v, flag))]),
        _ when IsList || _type == typeof(JsonElement) => Json(values.Text(flag)!, flag, values),
        _ when _type.IsEnum => JsonNamingPolicy.CamelCase.ConvertName(values.Text(flag)!),
        _ => values.Text(flag),
    };

    // "10001,10002" is two values; links, which may hold commas, are never lists of this kind.
    private static string[] Split(string value) => value.Contains("://", StringComparison.Ordinal) ? [value] : value.Split(
        ',',
        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private JsonNode Item(string value, string flag) =>
        ItemType != typeof(long) ? JsonValue.Create(value)
        : long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
        : throw new InvalidInputException(flag, $"{flag} takes whole numbers, not '{value}'.");

    private static JsonNode? Json(string text, string flag, CommandValues values)
    {
        var json = text.StartsWith('@') ? values.ReadFile(text[1..]) : text;
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException) when (flag == "--tool-choice")
        {
            return JsonValue.Create(text);
        }
        catch (JsonException)
        {
            throw new InvalidInputException(flag, $"{flag} takes JSON, or @ and the name of a file that holds it.");
        }
    }

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c)) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
