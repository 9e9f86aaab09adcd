namespace MediaFlows.Storage.Secrets;

/// <summary>Names in Key Vault, which hold letters, digits and dashes only.</summary>
internal static class VaultNames
{
    /// <summary><c>BYTEPLUS_ACCESSKEY</c> is kept as <c>BYTEPLUS-ACCESSKEY</c>.</summary>
    public static string Of(string name) => name.Replace('_', '-');

    /// <summary>True when a secret of this name can exist in a vault.</summary>
    public static bool CanHold(string name) => name.Length is > 0 and <= 127 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
