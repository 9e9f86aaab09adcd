using System.Text.RegularExpressions;
using MediaFlows.Functions.Tests.Generation;
using MediaFlows.Storage;

namespace MediaFlows.Functions.Tests.Settings;

/// <summary>What can be said of the Bicep files without their compiler: names that must agree, and rules that must not slip.</summary>
public sealed partial class InfrastructureTests
{
    private static readonly string[] Files = [.. Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "infra"), "*.bicep", SearchOption.AllDirectories)];

    [Fact]
    public void Brackets_and_quotes_are_closed_in_every_file()
    {
        foreach (var file in Files)
        {
            var open = new Stack<char>();
            foreach (var c in Code(File.ReadAllText(file)))
            {
                if (c is '{' or '[' or '(') open.Push(c);
                else if (c is '}' or ']' or ')') Assert.True(open.TryPop(out var o) && "{}[]()".Contains($"{o}{c}", StringComparison.Ordinal), file);
            }

            Assert.True(open.Count == 0, file);
        }
    }

    [Fact]
    public void Every_module_is_given_exactly_its_parameters()
    {
        var main = SettingsFiles.Text("infra/main.bicep");
        foreach (Match module in Module().Matches(main))
        {
            var text = SettingsFiles.Text("infra/" + module.Groups["path"].Value);
            var wanted = Parameter().Matches(text).ToDictionary(p => p.Groups["name"].Value, p => p.Groups["default"].Success, StringComparer.Ordinal);
            var given = Argument().Matches(module.Groups["params"].Value).Select(a => a.Groups["name"].Value).ToList();
            Assert.Equal([], given.Except(wanted.Keys, StringComparer.Ordinal));
            Assert.Equal([], wanted.Where(w => !w.Value).Select(w => w.Key).Except(given, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_used_output_is_declared()
    {
        var main = SettingsFiles.Text("infra/main.bicep");
        var local = Module().Matches(main).ToDictionary(m => m.Groups["name"].Value, m => SettingsFiles.Text("infra/" + m.Groups["path"].Value), StringComparer.Ordinal);
        foreach (Match use in Output().Matches(main))
            if (local.TryGetValue(use.Groups["module"].Value, out var text))
                Assert.Matches($"(?m)^output {use.Groups["output"].Value} ", text);
    }

    [Fact]
    public void The_parameter_file_names_parameters_of_the_main_file()
    {
        var declared = Parameter().Matches(SettingsFiles.Text("infra/main.bicep")).Select(p => p.Groups["name"].Value).ToList();
        var given = SettingsFiles.Read("infra/main.parameters.json")["parameters"]!.AsObject().Select(p => p.Key);
        Assert.Equal([], given.Except(declared, StringComparer.Ordinal));
    }

    [Fact]
    public void Storage_takes_identities_only_and_the_vault_uses_roles()
    {
        var storage = SettingsFiles.Text("infra/app/storage.bicep");
        Assert.Contains("allowSharedKeyAccess: false", storage, StringComparison.Ordinal);
        Assert.Contains("allowBlobPublicAccess: false", storage, StringComparison.Ordinal);
        Assert.Contains($"'{StorageRegistration.IngestQueueName}'", storage, StringComparison.Ordinal);
        Assert.Contains($"'{StorageRegistration.IngestQueueName}-poison'", storage, StringComparison.Ordinal);
        Assert.Contains("enableRbacAuthorization: true", SettingsFiles.Text("infra/app/vault.bicep"), StringComparison.Ordinal);
        Assert.DoesNotContain(Files, f => Regex.IsMatch(File.ReadAllText(f), "listKeys\\(|AccountKey|accessPolicies"));
    }

    [Fact]
    public void The_vault_has_a_secret_for_every_provider_key_of_the_sample()
    {
        // Session tokens are short-lived and never kept; the older names of the Volcengine keys are read too, but not needed.
        var keys = SettingsFiles.Read("local.settings.sample.json")["Values"]!.AsObject().Select(v => v.Key)
            .Where(n => Regex.IsMatch(n, "(ACCESSKEY|SECRETKEY|ACCESS_KEY|SECRET_KEY|KEY_ID|KEY_SECRET|SECRET_ID|API_KEY|CALLBACK_TOKEN|AIGC_TOKEN)$"))
            .Where(n => !n.StartsWith("VOLC_", StringComparison.Ordinal) && !n.StartsWith("MEDIAFLOWS_", StringComparison.Ordinal))
            .Select(n => n.Replace('_', '-'));
        var named = Regex.Matches(SettingsFiles.Text("infra/app/vault.bicep"), "(?m)^  '([A-Z-]+)'$").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(keys.Append("MEDIAFLOWS-FIELD-KEYS").Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nobody_gets_owner_or_contributor_rights()
    {
        var roles = SettingsFiles.Text("infra/app/roles.bicep");
        foreach (var tooMuch in (string[])["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "b24988ac-6180-42a0-ab88-20f7382dd24c", "17d1049b-9a84-46fb-8f53-869881c3d3ab"])
            Assert.DoesNotContain(tooMuch, roles, StringComparison.Ordinal);
        Assert.DoesNotContain("scope: resourceGroup()", roles, StringComparison.Ordinal);
    }

    [Fact]
    public void The_azd_project_names_the_app_that_the_infrastructure_tags()
    {
        var azure = SettingsFiles.Text("azure.yaml");
        Assert.StartsWith("# yaml-language-server: $schema=", azure, StringComparison.Ordinal);
        Assert.Contains("template: mediaflows@", azure, StringComparison.Ordinal);
        Assert.Contains("host: function", azure, StringComparison.Ordinal);
        var service = Regex.Match(azure, "services:\n  (\\w+):\n    project: \\./(\\S+)");
        Assert.True(Directory.Exists(Path.Combine(RepositoryFiles.Root, service.Groups[2].Value)));
        Assert.Contains($"'azd-service-name': '{service.Groups[1].Value}'", SettingsFiles.Text("infra/app/api.bicep"), StringComparison.Ordinal);
        Assert.Contains("'azd-env-name': environmentName", SettingsFiles.Text("infra/main.bicep"), StringComparison.Ordinal);
    }

    // Without comments and strings; an interpolation inside a string keeps its brackets to itself.
    private static string Code(string text) => Regex.Replace(Regex.Replace(text, "'(?:\\\\.|[^'\\\\\n])*'", "''"), "//[^\n]*", "");

    [GeneratedRegex("module (?<name>\\w+) '(?<path>app/[^']+)' = (?:if \\(\\w+\\) )?\\{.*?\\n  params: \\{\\n(?<params>.*?)\\n  \\}", RegexOptions.Singleline)]
    private static partial Regex Module();

    [GeneratedRegex("(?m)^param (?<name>\\w+) \\w+(?<default> =)?")]
    private static partial Regex Parameter();

    [GeneratedRegex("(?m)^    (?<name>\\w+):")]
    private static partial Regex Argument();

    [GeneratedRegex("\\b(?<module>\\w+)\\.\\??outputs\\.(?<output>\\w+)")]
    private static partial Regex Output();
}
