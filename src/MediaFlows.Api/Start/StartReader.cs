using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MediaFlows.Api.Idempotency;
using MediaFlows.Api.Reading;
using MediaFlows.Api.Webhooks;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Serialization;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Start;

/// <summary>Reads a start request: the body is the input, everything else is a query parameter or a header.</summary>
internal static partial class StartReader
{
    public const string InstanceIdRule = "An instance id has 1 to 100 letters, digits, '-', '_' or '.', and begins with a letter or digit.";

    private const string Defaults = "defaults";

    public static async Task<StartCommand> ReadAsync(HttpContext context, string pipeline, FlowCatalog catalog, FlowSerializer serializer)
    {
        var flow = catalog.RequireFlow(pipeline);
        var body = await JsonBody.ReadObjectAsync(context.Request, context.RequestAborted);
        var query = new QueryValues(context.Request.Query);
        var useDefaults = query.Flag(Defaults);
        if (!HasMember(serializer, flow.InputType, Defaults) && body.TryGetProperty(Defaults, out var inBody))
        {
            if (inBody.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) query.Add(Defaults, "'defaults' is true or false.");
            else useDefaults |= inBody.GetBoolean();
            body = Without(body, Defaults);
        }

        var notify = HasMember(serializer, flow.InputType, NotifyReader.Member) ? null : NotifyReader.TakeFrom(ref body, serializer, query);
        return WithOptions(new StartCommand(pipeline, body) { UseDefaults = useDefaults, Notify = notify }, context, query);
    }

    /// <summary>Adds what query and headers say; throws once for everything that does not fit.</summary>
    public static StartCommand WithOptions(StartCommand start, HttpContext context, QueryValues query)
    {
        var (parent, state) = Trace(context.Request);
        var command = start with
        {
            InstanceId = InstanceId(query, "instanceId"),
            Batch = query.Text("batch", 100),
            Tags = Tags(query),
            StartAt = query.Time("startAt"),
            TraceParent = parent,
            TraceState = state,
            IdempotencyKey = IdempotencyKeys.Read(context.Request, query),
            Notify = NotifyReader.FromHeaders(context.Request, start.Notify, query),
        };
        query.ThrowIfWrong();
        return command;
    }

    /// <summary>An id that a caller chose: no colon, which separates children from parents.</summary>
    public static string? InstanceId(QueryValues query, string name)
    {
        var id = query.Text(name);
        if (id is not null && !IsInstanceId(id)) query.Add(name, InstanceIdRule);
        return id;
    }

    public static bool IsInstanceId(string id) => Ids().IsMatch(id);

    private static bool HasMember(FlowSerializer serializer, Type type, string name) =>
        serializer.Strict.GetTypeInfo(type).Properties.Any(p => p.Name == name);

    private static JsonElement Without(JsonElement body, string member)
    {
        var copy = JsonObject.Create(body)!;
        copy.Remove(member);
        return JsonSerializer.SerializeToElement(copy);
    }

    private static Dictionary<string, string>? Tags(QueryValues query)
    {
        var given = query.Repeated("tag");
        if (given.Count == 0) return null;
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in given)
        {
            var colon = tag.IndexOf(':', StringComparison.Ordinal);
            if (colon is < 1 or > 64 || tag.Length - colon > 257 || !tags.TryAdd(tag[..colon], tag[(colon + 1)..]))
                query.Add("tag", "A tag is 'name:value': a name of 1 to 64 characters, given once, and a value of at most 256.");
        }

        if (tags.Count > 16) query.Add("tag", "There are at most 16 tags.");
        return tags;
    }

    // The web server's own span where it made one, else what the caller sent.
    private static (string? Parent, string? State) Trace(HttpRequest request) => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity
        ? (activity.Id, activity.TraceStateString)
        : (request.Headers.TraceParent.ToString(), request.Headers.TraceState.ToString());

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Ids();
}
