using MediaFlows.Host.Keys;
using MediaFlows.Storage.ApiKeys;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaFlows.Host.Tests.Running;

public sealed class KeyRotationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediaflows-keys-");
    private readonly VirtualTime _time = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_first_start_makes_a_key_that_only_its_owner_can_read()
    {
        var keys = Open();
        Assert.Single(keys.Current);
        Assert.True(keys.Current[0].Length > 40);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(keys.Path));
        Assert.Equal(keys.Current, Open().Current);
    }

    [Fact]
    public void A_changed_file_counts_within_a_second_and_a_broken_one_changes_nothing()
    {
        var keys = Open();
        var old = keys.Current[0];
        var next = ApiKeyFile.Create();

        Change(keys, $"{next}\n{old}\n");
        Assert.Equal([next, old], keys.Current);
        Change(keys, next + "\n");
        Assert.Equal([next], keys.Current);
        Change(keys, "short\n");
        Assert.Equal([next], keys.Current);
        File.Delete(keys.Path);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([next], keys.Current);
        Assert.False(File.Exists(keys.Path));
    }

    [Fact]
    public void A_file_that_others_can_read_is_not_taken()
    {
        if (OperatingSystem.IsWindows()) return;
        var keys = Open();
        var old = keys.Current[0];
        File.SetUnixFileMode(keys.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Change(keys, ApiKeyFile.Create() + "\n");
        Assert.Equal([old], keys.Current);
    }

    private FileApiKeys Open() => new(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("MEDIAFLOWS_HOME", (string?)_folder.FullName)]).Build(), _time, NullLogger<FileApiKeys>.Instance);

    private void Change(FileApiKeys keys, string text)
    {
        var written = File.GetLastWriteTimeUtc(keys.Path);
        File.WriteAllText(keys.Path, text);
        File.SetLastWriteTimeUtc(keys.Path, written.AddMinutes(1));
        _time.Advance(TimeSpan.FromSeconds(1));
    }
}
