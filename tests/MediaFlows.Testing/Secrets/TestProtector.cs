using System.Text;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Testing.Secrets;

/// <summary>Reversible and unreadable to the eye, so that tests see a leak; not encryption.</summary>
public sealed class TestProtector : IFieldProtector
{
    public string Protect(string plaintext) => Convert.ToBase64String([.. Encoding.UTF8.GetBytes(plaintext).Select(b => (byte)(b ^ 0x5A))]);

    public string Unprotect(string ciphertext) => Encoding.UTF8.GetString([.. Convert.FromBase64String(ciphertext).Select(b => (byte)(b ^ 0x5A))]);
}
