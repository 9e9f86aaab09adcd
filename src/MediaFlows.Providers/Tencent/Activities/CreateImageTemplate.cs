using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>
/// Makes a template for image processing (CreateProcessImageAsyncTemplate) and returns its id. Free of charge; a try whose answer was lost
/// leaves an unused template behind.
/// </summary>
public sealed class CreateImageTemplate(VodClient client) : Activity<JsonObject, long>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<JsonObject, long> Ref = new("tencent.create-image-template");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<long> RunAsync(ActivityContext context, JsonObject input, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.CallAsync(new VodCall("CreateProcessImageAsyncTemplate", input), cancellationToken);
            return (long)(response.Number("Definition") ?? throw new FlowException(ErrorCodes.ProviderAnswerUnreadable, "CreateProcessImageAsyncTemplate was answered without a Definition."));
        }
        catch (FlowException e) when (e.Error.ProviderCode == "LimitExceeded.TooMuchTemplate")
        {
            throw new FlowException(
                e.Error with { Hint = "The account holds at most 50 templates: delete old ones in the VOD console, or name one of them as templateId." },
                e);
        }
    }
}
