using System.Runtime.CompilerServices;
using System.Text.Json;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Recipes.Validation;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;

namespace MediaFlows.Core.Recipes;

/// <summary>
/// Recipes by name and version: those that come with MediaFlows and those that users saved under <c>recipes/{name}/{version}</c>. A saved version never changes;
/// a change is a new version.
/// </summary>
public sealed class RecipeStore
{
    private readonly IBlobStore _blobs;
    private readonly FlowSerializer _serializer;
    private readonly RecipeValidator _validator;
    private readonly IReadOnlyList<Recipe> _shipped;

    /// <summary>Saves in <paramref name="blobs"/>; <paramref name="shipped"/> are always there.</summary>
    public RecipeStore(IBlobStore blobs, FlowSerializer serializer, RecipeValidator validator, IEnumerable<Recipe> shipped)
    {
        _blobs = blobs;
        _serializer = serializer;
        _validator = validator;
        _shipped = [.. shipped];
    }

    /// <summary>Every recipe and version, by name.</summary>
    public async IAsyncEnumerable<Recipe> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var recipe in _shipped) yield return recipe;
        await foreach (var item in _blobs.ListAsync("recipes/", cancellationToken))
            if (await _blobs.GetAsync(item.Name, cancellationToken) is { } blob) yield return Read(blob);
    }

    /// <summary>One recipe; without a version the one that was saved last.</summary>
    /// <exception cref="FlowException"><c>MF1003</c>.</exception>
    public async Task<Recipe> RequireAsync(string name, string? version, CancellationToken cancellationToken)
    {
        Recipe? found = null;
        DateTimeOffset newest = default;
        await foreach (var item in _blobs.ListAsync($"recipes/{Uri.EscapeDataString(name)}/", cancellationToken))
        {
            if (version is null ? item.LastModified < newest : item.Name != BlobName(name, version)) continue;
            if (await _blobs.GetAsync(item.Name, cancellationToken) is { } blob) (found, newest) = (Read(blob), item.LastModified);
        }

        return found
            ?? _shipped.FirstOrDefault(r => r.Name == name && (version is null || r.Version == version))
            ?? throw new FlowException(ErrorCodes.UnknownPipeline, $"There is no recipe '{name}'{(version is null ? "" : $" of version {version}")}.", "GET /api/recipes lists what there is.");
    }

    /// <summary>Checks and saves a recipe.</summary>
    /// <exception cref="InvalidInputException">It breaks a rule, or its version exists with another content.</exception>
    public async Task SaveAsync(Recipe recipe, CancellationToken cancellationToken)
    {
        _validator.Check(recipe);
        if (_shipped.Any(r => r.Name == recipe.Name)) throw new InvalidInputException("name", $"'{recipe.Name}' is the name of a recipe that comes with MediaFlows. Choose another one.");
        var bytes = JsonSerializer.SerializeToUtf8Bytes(recipe, _serializer.Plain);
        try
        {
            await _blobs.PutAsync(BlobName(recipe.Name, recipe.Version), bytes, BlobCondition.Absent, cancellationToken);
        }
        catch (BlobStoreException e) when (e.Failure == BlobFailure.ConditionNotMet)
        {
            var there = await _blobs.GetAsync(BlobName(recipe.Name, recipe.Version), cancellationToken);
            if (there is null || !there.Bytes.Span.SequenceEqual(bytes))
                throw new InvalidInputException("version", $"Version {recipe.Version} of '{recipe.Name}' is saved with another content. Save the change under another version.");
        }
    }

    /// <summary>Deletes one version, or all when <paramref name="version"/> is null; returns how many. Instances keep the document they were started with.</summary>
    public async Task<int> DeleteAsync(string name, string? version, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var item in _blobs.ListAsync($"recipes/{Uri.EscapeDataString(name)}/", cancellationToken))
            if (version is null || item.Name == BlobName(name, version)) names.Add(item.Name);
        foreach (var blob in names) await _blobs.DeleteAsync(blob, null, cancellationToken);
        return names.Count;
    }

    private static string BlobName(string name, string version) => $"recipes/{Uri.EscapeDataString(name)}/{Uri.EscapeDataString(version)}";

    private Recipe Read(BlobContent blob) => JsonSerializer.Deserialize<Recipe>(blob.Bytes.Span, _serializer.Plain)!;
}
