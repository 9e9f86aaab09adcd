using MediaFlows.Api.Security;
using MediaFlows.Core.Errors;
using MediaFlows.Storage;
using MediaFlows.Storage.ApiKeys;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Host.Keys;

/// <summary>
/// The keys of the API key file. A changed file counts within a second, without a restart: add the new key as the first line, change the clients,
/// remove the old line.
/// </summary>
public sealed class FileApiKeys : IApiKeys
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(1);
    private readonly TimeProvider _time;
    private readonly ILogger<FileApiKeys> _log;
    private readonly Lock _lock = new();
    private ApiKeyFile _file;
    private DateTime _written;
    private DateTimeOffset _checked;

    /// <summary>Loads the file that <paramref name="configuration"/> names, or makes it with one new key.</summary>
    /// <exception cref="FlowException">The file cannot be read, is open to others, or holds no key.</exception>
    public FileApiKeys(IConfiguration configuration, TimeProvider time, ILogger<FileApiKeys> log)
    {
        _time = time;
        _log = log;
        _file = ApiKeyFile.Load(LocalFolder.ApiKeyFile(configuration));
        _written = File.GetLastWriteTimeUtc(_file.Path);
        _checked = time.GetUtcNow();
    }

    /// <summary>Where the keys are.</summary>
    public string Path => _file.Path;

    /// <inheritdoc/>
    public IReadOnlyList<string> Current
    {
        get
        {
            lock (_lock)
            {
                if (_time.GetUtcNow() - _checked >= CheckEvery) Reload();
                return _file.Keys;
            }
        }
    }

    private void Reload()
    {
        _checked = _time.GetUtcNow();
        var written = File.GetLastWriteTimeUtc(Path);
        if (written == _written || !File.Exists(Path)) return;
        try
        {
            _file = ApiKeyFile.Load(Path);
            _written = written;
            _log.LogInformation("The API key file {Path} was read again: {Count} keys", Path, _file.Keys.Count);
        }
        catch (FlowException e)
        {
            // Half written, or its rights are wrong: the keys that were valid stay valid until the file is right again.
            _log.LogWarning("The API key file {Path} changed and cannot be used; the earlier keys stay valid. {Reason}", Path, e.Message);
        }
    }
}
