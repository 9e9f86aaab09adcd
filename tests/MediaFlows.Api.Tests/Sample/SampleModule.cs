using MediaFlows.Core.Catalog;

namespace MediaFlows.Api.Tests.Sample;

public sealed class SampleModule : IProviderModule
{
    public string Name => "sample";

    public string Title => "Sample Paint";

    public void Register(ProviderRegistration registration) =>
        registration.AddFlow<SampleFlow>().AddQuery<SampleQuery>().AddCallback<SampleCallback>().AddCheck<SampleProbe>().AddCheck<BrokenProbe>();
}
