using MediaFlows.Core.Storage;
using MediaFlows.Storage.Blobs;

namespace MediaFlows.Storage.Tests.Blobs;

public sealed class StorageFailuresTests
{
    [Theory]
    [InlineData(404, "BlobNotFound", BlobFailure.NotFound)]
    [InlineData(404, "ContainerNotFound", BlobFailure.NotFound)]
    [InlineData(409, "BlobAlreadyExists", BlobFailure.ConditionNotMet)]
    [InlineData(409, "InvalidBlobType", BlobFailure.ConditionNotMet)]
    [InlineData(409, "BlobIsSealed", BlobFailure.ConditionNotMet)]
    [InlineData(412, "ConditionNotMet", BlobFailure.ConditionNotMet)]
    [InlineData(412, "AppendPositionConditionNotMet", BlobFailure.ConditionNotMet)]
    [InlineData(412, "LeaseIdMissing", BlobFailure.ConditionNotMet)]
    [InlineData(409, "ContainerBeingDeleted", BlobFailure.Throttled)]
    [InlineData(409, "BlockCountExceedsLimit", BlobFailure.Rejected)]
    [InlineData(409, "BlobImmutableDueToPolicy", BlobFailure.Forbidden)]
    [InlineData(503, "ServerBusy", BlobFailure.Throttled)]
    [InlineData(429, null, BlobFailure.Throttled)]
    [InlineData(500, "InternalError", BlobFailure.Unavailable)]
    [InlineData(500, "OperationTimedOut", BlobFailure.Unavailable)]
    [InlineData(503, null, BlobFailure.Unavailable)]
    [InlineData(408, null, BlobFailure.Unavailable)]
    [InlineData(401, "NoAuthenticationInformation", BlobFailure.Forbidden)]
    [InlineData(403, "AuthenticationFailed", BlobFailure.Forbidden)]
    [InlineData(403, "AccountIsDisabled", BlobFailure.Forbidden)]
    [InlineData(403, "InsufficientAccountPermissions", BlobFailure.Forbidden)]
    [InlineData(400, "InvalidHeaderValue", BlobFailure.Rejected)]
    [InlineData(413, "RequestBodyTooLarge", BlobFailure.Rejected)]
    public void An_answer_of_the_service_means_one_thing(int status, string? code, BlobFailure expected) => Assert.Equal(expected, StorageFailures.Classify(status, code));
}
