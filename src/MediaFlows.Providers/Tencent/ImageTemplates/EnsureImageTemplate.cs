using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Storage;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.ImageTemplates;

/// <summary>
/// The account's template for some settings: the one that was made for them before, else a new one (CreateProcessImageAsyncTemplate). An account holds 50,
/// so flows with the same settings share one. Free of charge.
/// </summary>
/// <remarks>
/// A claim in storage lets one flow at a time make it; the others look again. A claim whose flow died, or whose answer was lost, lapses after a minute, and
/// until then the template may appear in the list.
/// </remarks>
public sealed class EnsureImageTemplate(VodClient client, ImageTemplateLookUp lookUp, ImageTemplateRegistry registry, TimeProvider time) : Activity<JsonObject, ImageTemplate>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<JsonObject, ImageTemplate> Ref = new("tencent.ensure-image-template");

    /// <summary>The API action that makes one.</summary>
    public const string CreateAction = "CreateProcessImageAsyncTemplate";

    /// <summary>How long the document's script waits before it uses a new template.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(10);

    /// <summary>Enough tries to outlast the claim of a flow that died.</summary>
    public static readonly ActivityOptions Options = new() { Retry = new FlowRetryPolicy(20, TimeSpan.FromSeconds(2), 1.5, TimeSpan.FromSeconds(10)) };

    // Longer than a call and its listing take.
    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<ImageTemplate> RunAsync(ActivityContext context, JsonObject input, CancellationToken cancellationToken)
    {
        try
        {
            return await EnsureAsync(input, cancellationToken);
        }
        catch (BlobStoreException e)
        {
            throw new FlowException(
                new FlowError(ErrorCodes.StorageUnavailable, "The record of image templates cannot be used: " + e.Message) { Retryable = e.Failure is BlobFailure.Unavailable or BlobFailure.Throttled },
                e);
        }
    }

    private async Task<ImageTemplate> EnsureAsync(JsonObject body, CancellationToken cancellationToken)
    {
        var key = ImageTemplateBody.Key(body);
        var known = await registry.FindAsync(key, cancellationToken);
        if (known is { Entry: { Definition: { } id } remembered } && (IsFresh(remembered) || await lookUp.ExistsAsync(body, id, cancellationToken))) return Usable(id, remembered.At);
        if (await lookUp.FindAsync(body, cancellationToken) is { Definition: { } there } found)
        {
            await registry.TryPutAsync(key, found, known?.ETag, cancellationToken);
            return Usable(there, found.At);
        }

        // A fresh entry without an id is the claim of another flow, or of an earlier try of this one whose answer was lost.
        if (known is { Entry: { Definition: null } claim } && IsFresh(claim)) throw BeingMade();
        var claimed = await registry.TryPutAsync(key, new ImageTemplateEntry(time.GetUtcNow()), known?.ETag, cancellationToken) ?? throw BeingMade();
        var made = await CreateAsync(body, key, claimed, cancellationToken);
        await RememberAsync(key, made, claimed);
        return Usable(made.Definition!.Value, made.At);
    }

    private async Task<ImageTemplateEntry> CreateAsync(JsonObject body, string key, string claim, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.CallAsync(new VodCall(CreateAction, body) { SafeToRepeat = false }, cancellationToken);
            return response.Number("Definition") is { } id
                ? new ImageTemplateEntry(time.GetUtcNow(), (long)id)
                : throw new FlowException(ErrorCodes.ProviderAnswerUnreadable, $"{CreateAction} was answered without a Definition.");
        }
        catch (OutcomeUnknownException e)
        {
            throw new FlowException(e.Error with { Retryable = true, Hint = "It is looked for in the account's list, and made again only if it is not there." }, e);
        }
        catch (FlowException e) when (e.Error.ProviderCode == "LimitExceeded.TooMuchTemplate")
        {
            await registry.ReleaseAsync(key, claim);
            throw new FlowException(
                e.Error with { Hint = "The account holds at most 50 templates: delete old ones in the VOD console, or name one of them as templateId." },
                e);
        }
        catch (FlowException e) when (e.Error.ProviderCode is not null || e.Error.Code == ErrorCodes.CredentialsMissing)
        {
            await registry.ReleaseAsync(key, claim);
            throw;
        }
    }

    private async Task RememberAsync(string key, ImageTemplateEntry made, string claim)
    {
        try
        {
            await registry.TryPutAsync(key, made, claim, CancellationToken.None);
        }
        catch (BlobStoreException)
        {
            // The next flow finds it in the account's list.
        }
    }

    private bool IsFresh(ImageTemplateEntry entry) => time.GetUtcNow() - entry.At < ClaimLasts;

    private static ImageTemplate Usable(long definition, DateTimeOffset madeAt) => new(definition, madeAt + Delay);

    private static FlowException BeingMade() => new(new FlowError(ErrorCodes.ProviderUnavailable, "A template for these settings is being made; it is looked for again.")
    {
        Provider = TencentSettings.Provider,
        Retryable = true,
    });
}
