using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>The Pro style needs allowlisting; a refusal for its lack is explained at once, wherever it comes from.</summary>
public static class ProAllowlist
{
    /// <summary>Where it is asked for.</summary>
    public const string TicketUrl = "https://console.byteplus.com/workorder/create";

    /// <summary>What the user reads.</summary>
    public const string Message = "The Pro enhancement style is open to allowlisted accounts only, and this account is not on the list. Ask for access at " + TicketUrl + ".";

    /// <summary>True for HTTP 403 or a message with <c>Permission denied</c>, when Pro was asked for.</summary>
    public static bool Applies(FlowError error, int repairStyle) =>
        repairStyle == EnhanceRequest.Pro && (error.HttpStatus == 403 || error.Message.Contains("Permission denied", StringComparison.OrdinalIgnoreCase));

    /// <summary>The error to show instead.</summary>
    public static FlowException Explain(FlowException refused) => new(
        refused.Error with
        {
            Code = ErrorCodes.FeatureNotAllowed,
            Message = Message,
            Retryable = false,
            Hint = $"Open a ticket at {TicketUrl}, or use the Standard style.",
            Document = new JsonObject { ["error"] = Message },
        },
        refused);
}
