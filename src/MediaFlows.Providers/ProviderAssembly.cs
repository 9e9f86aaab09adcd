namespace MediaFlows.Providers;

/// <summary>Names the assembly that holds the provider modules: <c>services.AddFlowCatalog(typeof(ProviderAssembly).Assembly)</c>.</summary>
public static class ProviderAssembly;
