using MediaFlows.Testing.Azurite;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
