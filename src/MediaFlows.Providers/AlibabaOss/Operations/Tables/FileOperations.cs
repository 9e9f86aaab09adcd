namespace MediaFlows.Providers.AlibabaOss.Operations.Tables;

/// <summary>Whole files. They have flows of their own and no process string.</summary>
internal static class FileOperations
{
    public static IReadOnlyList<OperationRule> All { get; } = [File("upload"), File("download")];

    private static OperationRule File(string name) => new()
    {
        Name = name, Wire = name, Category = OperationCategory.File, Role = OperationRole.File, Example = name,
    };
}
