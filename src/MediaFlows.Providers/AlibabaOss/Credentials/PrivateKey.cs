using System.Security.Cryptography;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>Reads the private half of a key pair: PEM, or the base64 of its PKCS#8 form alone, as the vendor's libraries take it.</summary>
internal static class PrivateKey
{
    public static RSA Read(string text)
    {
        var key = RSA.Create();
        try
        {
            if (text.Contains("-----BEGIN", StringComparison.Ordinal)) key.ImportFromPem(text);
            else key.ImportPkcs8PrivateKey(Convert.FromBase64String(text), out _);
            return key;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            key.Dispose();
            // The inner message may quote the key.
            throw new CredentialStepException("The private key is neither PEM nor base64 of a PKCS#8 RSA key.");
        }
    }
}
