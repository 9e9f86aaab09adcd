using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.Tencent.Api;

/// <summary>Which sub-application a request speaks to: the given id, a name that is looked up, the configured one, or the main one.</summary>
public sealed class SubAppResolver(TencentSettings settings, SubApplications applications)
{
    /// <summary>The id, or null for the main application. Never asked for.</summary>
    /// <exception cref="InvalidInputException">Both are given, the name does not fit, or one is needed and none is known.</exception>
    public async ValueTask<long?> ResolveAsync(long? subAppId, string? appName, bool required, CancellationToken cancellationToken)
    {
        var known = Known(subAppId, appName, required);
        return appName is null ? known : await applications.FindAsync(appName, cancellationToken);
    }

    /// <summary>The id as far as it is known without asking: null for the main application, and for a name.</summary>
    /// <exception cref="InvalidInputException">Both are given, the id cannot be one, or one is needed and none is known.</exception>
    public long? Known(long? subAppId, string? appName, bool required)
    {
        if (subAppId is not null && appName is not null) throw new InvalidInputException("appName", "Give the sub-application either by id or by name.");
        if (subAppId is <= 0) throw new InvalidInputException("subAppId", "The sub-application id must be a positive whole number.");
        if (appName is not null) return null;
        return subAppId ?? settings.SubAppId ?? (required
            ? throw new InvalidInputException("subAppId", $"This operation needs a sub-application: set {TencentSettings.SubAppIdName}, or give its id or name.")
            : null);
    }
}
