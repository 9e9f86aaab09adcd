using MediaFlows.Local;
using MediaFlows.Local.Azurite;

namespace MediaFlows.Storage.Tests.Local;

/// <summary>With a stand-in for npm, so that nothing is downloaded.</summary>
public sealed class AzuriteInstallTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediaflows-install-").FullName;

    public AzuriteInstallTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for npm is a shell script.");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(_folder, "tools", "azurite");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Of_several_starters_one_installs_and_all_use_it()
    {
        var bin = Npm("echo run >> \"$0.log\"; mkdir -p node_modules/azurite; echo '{}' > node_modules/azurite/package.json");
        var launchers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Install(bin).EnsureAsync(Token)));
        Assert.Equal(Target, Path.GetDirectoryName(Assert.Single(launchers.Distinct())));
        Assert.Contains("process.stdin", await File.ReadAllTextAsync(launchers[0], Token), StringComparison.Ordinal);
        Assert.Equal(["run"], await File.ReadAllLinesAsync(Path.Combine(bin, "npm.log"), Token));
    }

    [Fact]
    public async Task An_install_of_an_earlier_version_gets_the_present_start_script_without_a_new_install()
    {
        var bin = Npm("echo run >> \"$0.log\"; mkdir -p node_modules/azurite; echo '{}' > node_modules/azurite/package.json");
        var launcher = await Install(bin).EnsureAsync(Token);
        var script = await File.ReadAllTextAsync(launcher, Token);
        File.Move(launcher, Path.Combine(Target, "azurite-host-of-another-version.cjs"));
        Assert.Equal(launcher, await Install(bin).EnsureAsync(Token));
        Assert.Equal(script, await File.ReadAllTextAsync(launcher, Token));
        Assert.Equal(["run"], await File.ReadAllLinesAsync(Path.Combine(bin, "npm.log"), Token));
    }

    [Fact]
    public async Task An_install_that_failed_says_why_and_is_done_anew_the_next_time()
    {
        var bin = Npm("mkdir -p node_modules/azurite; echo 'npm error code E404 for azurite' >&2; exit 1");
        var e = await Assert.ThrowsAsync<LocalToolException>(() => Install(bin).EnsureAsync(Token));
        Assert.Contains("E404", e.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Target));
        Npm("mkdir -p node_modules/azurite; echo '{}' > node_modules/azurite/package.json");
        await Install(bin).EnsureAsync(Token);
        Assert.True(Directory.Exists(Target));
    }

    [Fact]
    public async Task Npm_gets_the_lock_file_and_runs_no_scripts_of_packages()
    {
        var bin = Npm("echo \"$@\" > \"$0.args\"; cp package-lock.json \"$0.lock\"; mkdir -p node_modules/azurite; echo '{}' > node_modules/azurite/package.json");
        await Install(bin).EnsureAsync(Token);
        var arguments = await File.ReadAllTextAsync(Path.Combine(bin, "npm.args"), Token);
        Assert.StartsWith("ci ", arguments, StringComparison.Ordinal);
        Assert.Contains("--ignore-scripts", arguments, StringComparison.Ordinal);
        var locked = await File.ReadAllTextAsync(Path.Combine(bin, "npm.lock"), Token);
        Assert.Contains($"\"azurite\": \"{AzuriteInstall.Version}\"", locked, StringComparison.Ordinal);
        Assert.DoesNotContain("\"resolved\"", locked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_npm_or_node_is_told_what_to_install()
    {
        var empty = Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName;
        Assert.Contains("npm was not found", (await Assert.ThrowsAsync<LocalToolException>(() => Install(empty).EnsureAsync(Token))).Message, StringComparison.Ordinal);
        var start = AzuriteProcess.StartAsync(new AzuriteOptions { SearchPath = empty, InstallFolder = Target }, Token);
        Assert.Contains("Node.js was not found", (await Assert.ThrowsAsync<LocalToolException>(() => start)).Message, StringComparison.Ordinal);
    }

    private AzuriteInstall Install(string bin) => new(Target) { SearchPath = bin };

    private string Npm(string script)
    {
        var bin = Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName;
        var path = Path.Combine(bin, "npm");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return bin;
    }
}
