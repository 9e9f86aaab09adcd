using MediaFlows.Core.Catalog;

namespace MediaFlows.Testing.Contracts;

/// <summary>A provider whose jobs the contract's hosts limit to two at a time.</summary>
public sealed class LimitedModule : IProviderModule
{
    /// <summary>What a contract host sets.</summary>
    public static readonly KeyValuePair<string, string> Setting = new("MEDIAFLOWS_LIMIT_LIMITED_JOBS", "2");

    public const string Provider = "limited";

    public string Name => Provider;

    public string Title => "Limited";

    public void Register(ProviderRegistration registration) => registration.AddFlow<LimitedFlow>().AddActivity<LimitedSubmit>().AddActivity<LimitedPoll>();
}
