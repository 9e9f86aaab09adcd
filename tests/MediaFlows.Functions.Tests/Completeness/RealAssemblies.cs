using System.Reflection;
using System.Runtime.Loader;

namespace MediaFlows.Functions.Tests.Completeness;

/// <summary>The real packages' assemblies in a folder, loaded beside the declarations.</summary>
internal sealed class RealAssemblies : AssemblyLoadContext
{
    private static readonly string[] Owners = ["Microsoft.", "DurableTask.", "OpenTelemetry", "Azure.Monitor."];
    private readonly string _folder;
    private readonly List<Assembly> _all;

    public RealAssemblies(string folder)
        : base("real packages")
    {
        _folder = folder;
        _all = [.. Directory.EnumerateFiles(folder, "*.dll").Where(f => Owners.Any(o => Path.GetFileName(f).StartsWith(o, StringComparison.Ordinal))).Select(LoadFromAssemblyPath)];
    }

    public Type? Find(string fullName) => _all.Select(a => a.GetType(fullName)).FirstOrDefault(t => t is not null);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
