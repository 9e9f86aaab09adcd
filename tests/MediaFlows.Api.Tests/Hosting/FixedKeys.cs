using MediaFlows.Api.Security;

namespace MediaFlows.Api.Tests.Hosting;

public sealed class FixedKeys : IApiKeys
{
    public const string Key = "canary-api-key-0123456789abcdef0123456789abcdef";

    public const string OldKey = "canary-old-key-0123456789abcdef0123456789abcdef";

    public IReadOnlyList<string> Current { get; } = [Key, OldKey];
}
