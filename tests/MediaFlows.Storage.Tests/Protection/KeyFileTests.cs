using MediaFlows.Core.Errors;
using MediaFlows.Storage.ApiKeys;
using MediaFlows.Storage.Protection;

namespace MediaFlows.Storage.Tests.Protection;

public sealed class KeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediaflows-keys-").FullName;

    private string KeyPath => Path.Combine(_folder, "home", "field.keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_new_key_file_belongs_to_its_owner_alone_and_stays_as_it_is()
    {
        var ring = KeyFile.Load(KeyPath);
        Assert.Equal(ring.Writing.Id, KeyFile.Load(KeyPath).Writing.Id);
        Assert.Equal(["field.keys"], Directory.GetFiles(Path.GetDirectoryName(KeyPath)!).Select(Path.GetFileName));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(KeyPath)!));
    }

    [Fact]
    public void Of_many_processes_that_create_it_at_once_all_use_one_key()
    {
        // The gap between looking and putting is a few microseconds wide: only many tries, started together, can fall into it.
        const int Rounds = 300, Together = 4;
        var ids = new string[Rounds, Together];
        using var start = new Barrier(Together);
        var threads = Enumerable.Range(0, Together).Select(one => new Thread(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                start.SignalAndWait();
                ids[round, one] = KeyFile.Load(Path.Combine(_folder, $"home{round}", "field.keys")).Writing.Id;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.All(Enumerable.Range(0, Rounds), round =>
        {
            Assert.Single(Enumerable.Range(0, Together).Select(one => ids[round, one]).Distinct());
            Assert.Equal(["field.keys"], Directory.GetFiles(Path.Combine(_folder, $"home{round}")).Select(Path.GetFileName));
        });
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void A_file_that_others_may_touch_is_refused(UnixFileMode extra)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        if (OperatingSystem.IsWindows()) return;
        var keys = KeyFile.Load(KeyPath);
        File.SetUnixFileMode(KeyPath, File.GetUnixFileMode(KeyPath) | extra);
        var e = Assert.Throws<FlowException>(() => KeyFile.Load(KeyPath));
        Assert.Equal(ErrorCodes.FieldUnreadable, e.Error.Code);
        Assert.Contains("chmod 600", e.Error.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(keys.Writing.Key.Span), e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rotation_keeps_the_old_keys_for_reading()
    {
        var first = KeyFile.Load(KeyPath).Writing.Id;
        var second = KeyFile.Rotate(KeyPath);
        var ring = KeyFile.Load(KeyPath);
        Assert.Equal(second, ring.Writing.Id);
        Assert.NotNull(ring.Find(first));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
    }

    [Fact]
    public void A_damaged_file_is_not_replaced()
    {
        KeyFile.Load(KeyPath);
        File.WriteAllText(KeyPath, "damaged");
        Assert.Throws<FlowException>(() => KeyFile.Load(KeyPath));
        Assert.Throws<FlowException>(() => KeyFile.Rotate(KeyPath));
        Assert.Equal("damaged", File.ReadAllText(KeyPath));
    }

    [Fact]
    public void Every_line_of_an_API_key_file_is_accepted_and_nothing_else()
    {
        var path = Path.Combine(_folder, "api.keys");
        var first = ApiKeyFile.Load(path).Current;
        Assert.True(first.Length >= 43 + 3, "256 bits in base64url behind a prefix");
        var second = ApiKeyFile.Create();
        File.WriteAllText(path, $"# rotated\n{second}\n{first}\n");
        var file = ApiKeyFile.Load(path);
        Assert.Equal(second, file.Current);
        Assert.True(file.Accepts(first) && file.Accepts(second));
        foreach (var wrong in (string?[])[null, "", " ", first[..^1], first + "A", first.ToUpperInvariant(), "# rotated", ApiKeyFile.Create()]) Assert.False(file.Accepts(wrong));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("short\n")]
    public void An_API_key_file_without_a_real_key_is_refused(string text)
    {
        var path = Path.Combine(_folder, "api.keys");
        ApiKeyFile.Load(path);
        File.WriteAllText(path, text);
        Assert.Equal(ErrorCodes.Unauthorized, Assert.Throws<FlowException>(() => ApiKeyFile.Load(path)).Error.Code);
    }
}
