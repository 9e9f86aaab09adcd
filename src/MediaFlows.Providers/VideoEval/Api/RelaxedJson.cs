using System.Text.Encodings.Web;
using System.Text.Json;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>JSON as the document's scripts write it: letters of every language as they are.</summary>
internal static class RelaxedJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
