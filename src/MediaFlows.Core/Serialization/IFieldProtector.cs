namespace MediaFlows.Core.Serialization;

/// <summary>Encrypts single fields (AES-GCM). The key comes from Key Vault or from a local file that only its owner can read.</summary>
public interface IFieldProtector
{
    /// <summary>Encrypts; two calls with the same text give different results.</summary>
    string Protect(string plaintext);

    /// <summary>Decrypts what <see cref="Protect"/> returned.</summary>
    /// <exception cref="Errors.FlowException"><c>MF5004</c>: altered, or made with a key that is not at hand.</exception>
    string Unprotect(string ciphertext);
}
