using System.Diagnostics.CodeAnalysis;
using MediaFlows.Providers.AlibabaOss.Operations.Tables;

namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>Every operation of the document, by name.</summary>
public static class OperationTable
{
    private static readonly Dictionary<string, OperationRule> ByName =
        ((IEnumerable<OperationRule>)[.. ImageOperations.All, .. ImmImageOperations.All, .. VideoOperations.All, .. AudioOperations.All, HlsOperations.M3u8, .. FileOperations.All])
        .ToDictionary(o => o.Name, StringComparer.Ordinal);

    /// <summary>All operations, by name.</summary>
    public static IEnumerable<OperationRule> All => ByName.Values.OrderBy(o => o.Name, StringComparer.Ordinal);

    /// <summary>Looks an operation up.</summary>
    public static bool TryGet(string name, [NotNullWhen(true)] out OperationRule? rule) => ByName.TryGetValue(name, out rule);

    /// <summary>The operation of that name.</summary>
    /// <exception cref="OperationException">There is none.</exception>
    public static OperationRule Require(string name) =>
        TryGet(name, out var rule) ? rule : throw new OperationException(
            $"Unknown operation '{name}'.",
            "Supported operations: " + string.Join(", ", ByName.Keys.Order(StringComparer.Ordinal)) + ".");
}
