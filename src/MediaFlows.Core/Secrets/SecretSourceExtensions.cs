using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Secrets;

/// <summary>Reading secrets that must be there.</summary>
public static class SecretSourceExtensions
{
    /// <summary>The first of <paramref name="names"/> that is set.</summary>
    /// <exception cref="FlowException"><c>MF3001</c> naming the variable to set; nothing was called.</exception>
    public static async ValueTask<string> RequireAsync(this ISecretSource source, string provider, CancellationToken cancellationToken, params string[] names)
    {
        foreach (var name in names)
        {
            if (await source.GetAsync(name, cancellationToken) is { } value) return value;
        }

        throw new FlowException(new FlowError(ErrorCodes.CredentialsMissing, $"The credential {names[0]} is not set.")
        {
            Provider = provider,
            Hint = $"Set {string.Join(" or ", names)} in the environment, in user secrets, or as a Key Vault secret named {names[0].Replace('_', '-')}.",
        });
    }
}
