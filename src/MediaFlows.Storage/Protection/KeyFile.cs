using MediaFlows.Core.Errors;

namespace MediaFlows.Storage.Protection;

/// <summary>The local file of field keys (<c>MEDIAFLOWS_KEY_FILE</c>), rights 0600.</summary>
public static class KeyFile
{
    /// <summary>The keys in <paramref name="path"/>; a missing file is created with one new key.</summary>
    /// <exception cref="FlowException"><c>MF5004</c> when it cannot be read, is damaged, or is open to others than its owner.</exception>
    public static KeyRing Load(string path) => KeyRing.Parse(OwnerOnlyFile.ReadOrCreate(path, () => KeyRing.Format([ProtectionKey.Create()])));

    /// <summary>Puts a new key in front, which writes from the next start on; the old ones keep reading. Returns its id.</summary>
    /// <exception cref="FlowException"><c>MF5004</c> as for <see cref="Load"/>.</exception>
    public static string Rotate(string path)
    {
        var before = OwnerOnlyFile.Read(path) ?? "";
        if (before.Length > 0) _ = KeyRing.Parse(before);
        var key = ProtectionKey.Create();
        OwnerOnlyFile.Replace(path, KeyRing.Format([key]) + before);
        return key.Id;
    }
}
