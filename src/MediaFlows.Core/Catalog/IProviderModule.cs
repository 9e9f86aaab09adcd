namespace MediaFlows.Core.Catalog;

/// <summary>
/// One provider folder. Modules are found by scanning the assembly, so adding a provider touches no other file:
/// the API, the CLI, the dashboard, the MCP tools, the OpenAPI document and the schemas all read the catalog.
/// </summary>
public interface IProviderModule
{
    /// <summary>Name in the catalog and on the command line (<c>byteplus</c>).</summary>
    string Name { get; }

    /// <summary>Name that people read (<c>BytePlus VOD</c>).</summary>
    string Title { get; }

    /// <summary>Registers clients, flows, activities, queries, callbacks, checks and commands.</summary>
    void Register(ProviderRegistration registration);
}
