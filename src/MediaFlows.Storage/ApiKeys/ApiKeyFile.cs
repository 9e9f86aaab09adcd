using System.Buffers.Text;
using System.Security.Cryptography;
using MediaFlows.Core.Errors;
using MediaFlows.Storage.Protection;

namespace MediaFlows.Storage.ApiKeys;

/// <summary>
/// The API keys of an embedded host: one per line, each 256 random bits behind <c>mf_</c>, in a file with rights 0600. Every line is accepted,
/// so that a key can be replaced without a moment of refusal.
/// </summary>
public sealed class ApiKeyFile
{
    private const string Prefix = "mf_";
    private const int KeyBytes = 32;
    private readonly byte[][] _hashes;

    private ApiKeyFile(string path, IReadOnlyList<string> keys)
    {
        Path = path;
        Keys = keys;
        _hashes = [.. keys.Select(Hash)];
    }

    /// <summary>Where the keys are, for people: show this instead of a key.</summary>
    public string Path { get; }

    /// <summary>The first key, for clients on this machine. Never log it.</summary>
    public string Current => Keys[0];

    /// <summary>Every key, in the file's order. Never log them.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The keys in <paramref name="path"/>; a missing file is created with one new key.</summary>
    /// <exception cref="FlowException"><c>MF5004</c> when it cannot be read or is open to others than its owner; <c>MF5001</c> when it holds no key.</exception>
    public static ApiKeyFile Load(string path)
    {
        var text = OwnerOnlyFile.ReadOrCreate(path, () => Create() + "\n");
        var keys = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l[0] != '#').ToList();
        if (keys.Count == 0 || keys.Exists(k => k.Length < 16))
            throw new FlowException(ErrorCodes.Unauthorized, $"The API key file {path} holds no key, or one of less than 16 characters.", "Delete the file; the next start makes a new one.");
        return new ApiKeyFile(path, keys);
    }

    /// <summary>True when <paramref name="key"/> is one of the keys. Takes the same time whichever it is and wherever it differs.</summary>
    public bool Accepts(string? key)
    {
        var hash = Hash(key ?? "");
        var found = 0;
        foreach (var known in _hashes) found |= CryptographicOperations.FixedTimeEquals(hash, known) ? 1 : 0;
        return found != 0;
    }

    /// <summary>A new key.</summary>
    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    // Hashes have one length, so that not even the length of a key can be measured.
    private static byte[] Hash(string key) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));
}
