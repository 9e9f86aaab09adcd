using MediaFlows.Core.Catalog;

namespace MediaFlows.Core.Tests.Limits;

internal sealed class BusyModule : IProviderModule
{
    public const string Provider = "busy";

    public string Name => Provider;

    public string Title => "Busy";

    public void Register(ProviderRegistration registration)
    {
    }
}
