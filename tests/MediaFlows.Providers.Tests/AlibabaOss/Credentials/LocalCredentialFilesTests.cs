using MediaFlows.Providers.AlibabaOss.Credentials;

namespace MediaFlows.Providers.Tests.AlibabaOss.Credentials;

public sealed class LocalCredentialFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediaflows-keys-").FullName;
    private readonly LocalCredentialFiles _files = new();

    [Fact]
    public void A_file_is_replaced_whole_with_its_rights_and_leaves_nothing_beside_it()
    {
        var path = Path.Combine(_folder, "config.json");
        File.WriteAllText(path, "a much longer text than the new one");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.True(_files.CanReplace(path));
        Assert.Equal("a much longer text than the new one", _files.ReadText(path));
        _files.Replace(path, "钥匙");
        Assert.Equal("钥匙", _files.ReadText(path));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_be_written_to()
    {
        var path = Path.Combine(_folder, "none", "config.json");
        Assert.False(_files.CanReplace(path));
        Assert.Null(_files.ReadText(path));
        Assert.Throws<CredentialStepException>(() => _files.Replace(path, ""));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
