using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Queries.Account;

/// <summary>Deletes a token of the chat gateway (DeleteAigcApiToken); it works for about another minute.</summary>
public sealed class TokenDeleteQuery(QueryServices services) : VodQuery<TokenInput>(services)
{
    /// <inheritdoc/>
    public override string Name => "tencent.aigc-token-delete";

    /// <inheritdoc/>
    public override string Description => "Deletes a token of the chat gateway of Tencent Cloud VOD.";

    /// <inheritdoc/>
    protected override string Action => "DeleteAigcApiToken";

    /// <inheritdoc/>
    protected override bool NeedsSubApp => true;

    /// <inheritdoc/>
    protected override JsonObject Build(TokenInput input, InputChecks checks) => VodJson.Object(("ApiToken", checks.Ask(input.ApiToken, "apiToken", "Which token should be deleted?")));
}
