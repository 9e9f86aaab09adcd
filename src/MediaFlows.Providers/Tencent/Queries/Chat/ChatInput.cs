using System.ComponentModel;
using System.Text.Json;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.Tencent.Queries.Chat;

/// <summary>Input of <c>tencent.aigc-chat</c>.</summary>
public sealed record ChatInput
{
    /// <summary>Model; gpt-5.1 when absent.</summary>
    [Description("Model; gpt-5.1 when absent.")]
    public string? Model { get; init; }

    /// <summary>One message; history goes into <see cref="Messages"/>.</summary>
    [Description("One message; a history goes into messages.")]
    public string? Message { get; init; }

    /// <summary>The whole history, in the OpenAI shape.</summary>
    [Description("The whole history, in the OpenAI shape.")]
    public JsonElement? Messages { get; init; }

    /// <summary>System message; with <see cref="Message"/> only.</summary>
    [Description("System message; ignored with messages.")]
    public string? System { get; init; }

    /// <summary>Link of a picture.</summary>
    [Description("Link of a picture.")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? ImageUrl { get; init; }

    /// <summary>Sound in Base64; Gemini models only.</summary>
    [Description("Sound in Base64; Gemini models only.")]
    public string? AudioBase64 { get; init; }

    /// <summary>mp3 or wav.</summary>
    [Description("mp3 or wav.")]
    public string? AudioFormat { get; init; }

    /// <summary>Link of a file; Gemini models only.</summary>
    [Description("Link of a file; Gemini models only.")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? FileUrl { get; init; }

    /// <summary>Name of the file.</summary>
    [Description("Name of the file.")]
    public string? FileName { get; init; }

    /// <summary>0 to 2.</summary>
    [Description("0 to 2.")]
    public double? Temperature { get; init; }

    /// <summary>Most tokens of the answer.</summary>
    [Description("Most tokens of the answer.")]
    public int? MaxTokens { get; init; }

    /// <summary>Whether the model thinks first.</summary>
    [Description("Whether the model thinks first.")]
    public bool? Thinking { get; init; }

    /// <summary>How much it thinks; goes before <see cref="Thinking"/>.</summary>
    [Description("none, minimal, low, medium, high or xhigh.")]
    public string? ReasoningEffort { get; init; }

    /// <summary>text, json or json_schema.</summary>
    [Description("text, json or json_schema.")]
    public string? ResponseFormat { get; init; }

    /// <summary>Tools, in the OpenAI shape.</summary>
    [Description("Tools, in the OpenAI shape.")]
    public JsonElement? Tools { get; init; }

    /// <summary>auto, none, required, or an object in the OpenAI shape.</summary>
    [Description("auto, none, required, or an object in the OpenAI shape.")]
    public JsonElement? ToolChoice { get; init; }

    /// <summary>Content check of the input.</summary>
    [Description("Content check of the input.")]
    public string? InputComplianceCheck { get; init; }

    /// <summary>Content check of the output.</summary>
    [Description("Content check of the output.")]
    public string? OutputComplianceCheck { get; init; }

    /// <summary>Seconds to wait for the answer; 120 when absent.</summary>
    [Description("Seconds to wait for the answer; 120 when absent.")]
    public int? Timeout { get; init; }

    /// <summary>Token of the gateway; TENCENTCLOUD_VOD_AIGC_TOKEN when absent.</summary>
    [Description("Token of the gateway; TENCENTCLOUD_VOD_AIGC_TOKEN when absent.")]
    [Sensitive]
    public string? Token { get; init; }
}
