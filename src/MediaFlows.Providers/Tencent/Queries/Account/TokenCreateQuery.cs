using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Secrets;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Queries.Account;

/// <summary>
/// Creates a token of the chat gateway (CreateAigcApiToken) and shows it once. Nothing is written to an environment file: where secrets are
/// kept is the operator's choice.
/// </summary>
public sealed class TokenCreateQuery(QueryServices services, ISecretSource secrets) : VodQuery<TokenInput>(services)
{
    /// <inheritdoc/>
    public override string Name => "tencent.aigc-token-create";

    /// <inheritdoc/>
    public override string Description => "Creates a token for the chat gateway of Tencent Cloud VOD.";

    /// <inheritdoc/>
    protected override string Action => "CreateAigcApiToken";

    /// <inheritdoc/>
    protected override bool NeedsSubApp => true;

    /// <inheritdoc/>
    protected override bool SafeToRepeat => false;

    /// <inheritdoc/>
    public override async Task<JsonObject> RunAsync(TokenInput input, CancellationToken cancellationToken)
    {
        if (input.Replace is null && await secrets.GetAsync(TencentSettings.ChatTokenName, cancellationToken) is not null)
            throw new QuestionsException([new Question("replace", "A token is configured already. Create another one to replace it?", [new("Yes, create one", "true"), new("No, keep the configured one", "false")])]);
        if (input.Replace == false)
            throw new InvalidInputException("replace", "The configured token is kept; nothing was created.");
        var answer = await base.RunAsync(input, cancellationToken);
        answer["Hint"] = $"Store it as the secret {TencentSettings.ChatTokenName}; it is shown this once. It works after about a minute.";
        return answer;
    }

    /// <inheritdoc/>
    protected override JsonObject Build(TokenInput input, InputChecks checks) => [];
}
