using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Storage.Protection;

/// <summary>
/// AES-256-GCM with keys that can be rotated. A protected field reads <c>v1.{key id}.{base64url of nonce, ciphertext, tag}</c>; version and key
/// id are authenticated with it. Nonces are random: one key is good for some four billion fields.
/// </summary>
public sealed class FieldProtector : IFieldProtector
{
    private const string Version = "v1";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly KeyRingCache _keys;

    /// <summary>Uses the keys that <paramref name="load"/> gives: at the first field, and again when a field names a key that is not among them.</summary>
    public FieldProtector(Func<KeyRing> load, TimeProvider time) => _keys = new KeyRingCache(load, time);

    /// <inheritdoc/>
    public string Protect(string plaintext)
    {
        var key = _keys.Writing;
        var head = $"{Version}.{key.Id}";
        var text = Encoding.UTF8.GetBytes(plaintext);
        var sealedBytes = new byte[NonceBytes + text.Length + TagBytes];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key.Key.Span, TagBytes);
        aes.Encrypt(sealedBytes.AsSpan(0, NonceBytes), text, sealedBytes.AsSpan(NonceBytes, text.Length), sealedBytes.AsSpan(NonceBytes + text.Length), Encoding.ASCII.GetBytes(head));
        return $"{head}.{Base64Url.EncodeToString(sealedBytes)}";
    }

    /// <inheritdoc/>
    public string Unprotect(string ciphertext)
    {
        var parts = ciphertext.Split('.');
        if (parts is not [Version, var id, var body] || !Base64Url.IsValid(body)) throw Unreadable("it is not a protected field of a known version");
        if (_keys.Find(id) is not { } key) throw Unreadable($"its key {id} is not at hand");
        var sealedBytes = Base64Url.DecodeFromChars(body);
        if (sealedBytes.Length < NonceBytes + TagBytes) throw Unreadable("it is cut off");
        var text = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key.Key.Span, TagBytes);
            aes.Decrypt(sealedBytes.AsSpan(0, NonceBytes), sealedBytes.AsSpan(NonceBytes, text.Length), sealedBytes.AsSpan(NonceBytes + text.Length), text, Encoding.ASCII.GetBytes($"{Version}.{id}"));
        }
        catch (CryptographicException)
        {
            throw Unreadable("it was altered, or its key was replaced by another of the same id");
        }

        return Encoding.UTF8.GetString(text);
    }

    private static FlowException Unreadable(string why) =>
        new(ErrorCodes.FieldUnreadable, $"A protected field cannot be read: {why}.", "Put the key that it was written with back into the key file or the vault; see docs/storage.md.");
}
