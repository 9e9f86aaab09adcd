using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Queries.Account;

/// <summary>Lists the tokens of the chat gateway (DescribeAigcApiTokens), all but their ends hidden.</summary>
public sealed class TokenListQuery(QueryServices services) : VodQuery<TokenInput>(services)
{
    private const int Shown = 4;

    /// <inheritdoc/>
    public override string Name => "tencent.aigc-token-list";

    /// <inheritdoc/>
    public override string Description => "Lists the tokens of the chat gateway of Tencent Cloud VOD.";

    /// <inheritdoc/>
    protected override string Action => "DescribeAigcApiTokens";

    /// <inheritdoc/>
    public override async Task<JsonObject> RunAsync(TokenInput input, CancellationToken cancellationToken)
    {
        var answer = await base.RunAsync(input, cancellationToken);
        if (answer["ApiTokens"] is JsonArray tokens) answer["ApiTokens"] = new JsonArray([.. tokens.Select(t => (JsonNode)Masked(t?.ToString() ?? ""))]);
        return answer;
    }

    /// <inheritdoc/>
    protected override JsonObject Build(TokenInput input, InputChecks checks) => [];

    private static string Masked(string token) => token.Length <= 2 * Shown ? "***" : "***" + token[^Shown..];
}
