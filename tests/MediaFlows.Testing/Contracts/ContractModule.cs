using MediaFlows.Core.Catalog;

namespace MediaFlows.Testing.Contracts;

/// <summary>The flows of the shared host contract.</summary>
public sealed class ContractModule : IProviderModule
{
    public string Name => "contract";

    public string Title => "Contract";

    public void Register(ProviderRegistration registration) => registration
        .AddFlow<StepsFlow>().AddFlow<FanOutFlow>().AddFlow<JobFlow>().AddFlow<ParentFlow>().AddFlow<EventFlow>().AddFlow<LoopFlow>().AddFlow<CleanUpFlow>().AddFlow<IdsFlow>()
        .AddActivity<StepActivity>().AddActivity<PaidActivity>();
}
