using System.Globalization;
using MediaFlows.Simulator.AlibabaOss.Wire;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>The door of the object API: identity, common headers, routing by operation, errors in the service's form.</summary>
internal sealed class OssFront
{
    private readonly OssState _state;
    private readonly OssGate _gate;
    private readonly ObjectApi _objects;
    private readonly BucketApi _buckets;
    private readonly MultipartApi _parts;
    private readonly ProcessApi _process;

    public OssFront(OssState state, CloudContext cloud)
    {
        _state = state;
        _gate = new OssGate(cloud);
        _objects = new ObjectApi(state);
        _buckets = new BucketApi(state);
        _parts = new MultipartApi(state);
        _process = new ProcessApi(state);
    }

    public async Task HandleAsync(HttpContext http)
    {
        var requestId = _state.NewId("request")[..24];
        var headers = http.Response.Headers;
        headers["x-oss-request-id"] = requestId;
        headers.Server = "AliyunOSS";
        headers["x-oss-server-time"] = "1";
        headers.Date = _state.Now.ToString("R", CultureInfo.InvariantCulture);
        var request = OssRequest.Of(http);
        try
        {
            if (_gate.Check(request) is { } refused) throw new OssErrorException(refused);
            if (request.Bucket is null) throw new OssErrorException(new OssError(400, "InvalidRequest", "The simulated service lists no buckets."));
            var operation = OssOperations.Of(request);
            if (_state.Denies(operation)) throw new OssErrorException(OssError.AccessDenied);
            if (operation != "PutBucket" && !_state.Buckets.ContainsKey(request.Bucket)) throw new OssErrorException(OssError.NoSuchBucket(request.Bucket));
            await _state.Tasks.SettleAsync(http.RequestAborted);
            await RouteAsync(operation, request, requestId);
        }
        catch (OssErrorException e)
        {
            await OssAnswer.ErrorAsync(http, e.Error, requestId);
        }
    }

    private Task RouteAsync(string operation, OssRequest request, string requestId) => operation switch
    {
        "PutObject" => _objects.PutAsync(request),
        "GetObject" or "HeadObject" => _objects.GetAsync(request),
        "DeleteObject" => _objects.DeleteAsync(request),
        "GetProcessedObject" => _process.ReadAsync(request, requestId),
        "ProcessObject" => _process.SaveAsync(request),
        "AsyncProcessObject" => _process.SubmitAsync(request, requestId),
        "InitiateMultipartUpload" => _parts.InitiateAsync(request),
        "UploadPart" => _parts.PutPartAsync(request),
        "CompleteMultipartUpload" => _parts.CompleteAsync(request),
        "AbortMultipartUpload" => _parts.AbortAsync(request),
        "ListParts" => _parts.ListAsync(request),
        "PutBucket" => _buckets.CreateAsync(request),
        "GetBucketInfo" => _buckets.InfoAsync(request),
        "GetBucketLifecycle" => _buckets.GetLifecycleAsync(request),
        "PutBucketLifecycle" => _buckets.PutLifecycleAsync(request),
        "ListObjects" => _buckets.ListAsync(request),
        _ => throw new OssErrorException(new OssError(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")),
    };
}
