using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.Jimeng.Validation;

/// <summary>Checks before the paid call that the place for the result is one that may be written.</summary>
internal static class SaveTarget
{
    public static async Task CheckAsync(MediaSource target, IMediaReader media, InputErrors errors, CancellationToken cancellationToken)
    {
        try
        {
            await media.InspectAsync(target, cancellationToken);
        }
        catch (FlowException e) when (e.Error.Code is ErrorCodes.FileNotFound or ErrorCodes.BlobNotFound)
        {
            // Nothing there yet: as it should be.
        }
        catch (FlowException e) when (!e.Error.Retryable)
        {
            errors.Add("saveTo", e.Error.Message);
        }
    }
}
