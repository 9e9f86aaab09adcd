'use strict';
// Runs the unmodified official SDKs against the simulator: what they send to the service's own hosts is carried to a loopback port,
// host names and signatures included. Prints one JSON document.
const http = require('http');
const https = require('https');

const simulator = new URL(process.env.SIMULATOR);
const carried = /(^|\.)(tencentcloudapi\.com|myqcloud\.com)$/;
const direct = https.request;
https.request = function (first, second, third) {
  const given = typeof first === 'string' || first instanceof URL ? { ...urlOptions(new URL(first)), ...(typeof second === 'object' ? second : {}) } : { ...first };
  const callback = [second, third].find(v => typeof v === 'function');
  const host = given.hostname || given.host;
  if (!carried.test(host)) return direct.apply(https, arguments);
  const headers = { ...given.headers };
  if (!Object.keys(headers).some(h => h.toLowerCase() === 'host')) headers.Host = host;
  return http.request({ ...given, protocol: 'http:', agent: undefined, host: simulator.hostname, hostname: simulator.hostname, port: simulator.port, headers }, callback);
};

function urlOptions(url) {
  return { hostname: url.hostname, path: url.pathname + url.search, protocol: url.protocol };
}

const fs = require('fs');
const COS = require('cos-nodejs-sdk-v5');
const { vod } = require('tencentcloud-sdk-nodejs-vod');
const { VodUploadClient, VodUploadRequest } = require('vod-node-sdk');

const key = { secretId: process.env.TENCENTCLOUD_SECRET_ID, secretKey: process.env.TENCENTCLOUD_SECRET_KEY };
const SubAppId = Number(process.env.TENCENTCLOUD_VOD_SUB_APP_ID);
const client = credential => new vod.v20180717.Client({ credential, region: 'ap-guangzhou' });
const api = client(key);

const failure = promise => promise.then(() => null, e => e.code);

async function finished(TaskId) {
  for (let i = 0; i < 50; i++) {
    const detail = await api.DescribeTaskDetail({ TaskId, SubAppId });
    if (detail.Status === 'FINISH') return detail;
  }
  throw new Error('not finished: ' + TaskId);
}

function uploadWithVodSdk(file, cover) {
  const request = new VodUploadRequest();
  request.MediaFilePath = file;
  if (cover) request.CoverFilePath = cover;
  request.SubAppId = SubAppId;
  return new Promise((resolve, reject) => new VodUploadClient(key.secretId, key.secretKey).upload('ap-guangzhou', request, (e, r) => e ? reject(e) : resolve(r)));
}

async function uploadWithCosSdk() {
  const apply = await api.ApplyUpload({ MediaType: 'mp4', MediaName: '片头 (1)', SubAppId });
  const cos = new COS({ SecretId: apply.TempCertificate.SecretId, SecretKey: apply.TempCertificate.SecretKey, SecurityToken: apply.TempCertificate.Token });
  const put = await cos.uploadFile({ Bucket: apply.StorageBucket, Region: apply.StorageRegion, Key: apply.MediaStoragePath, FilePath: process.env.LARGE, SliceSize: 1024 * 1024 });
  const wrong = new COS({ SecretId: apply.TempCertificate.SecretId, SecretKey: 'not the key', SecurityToken: apply.TempCertificate.Token });
  const refused = await failure(wrong.putObject({ Bucket: apply.StorageBucket, Region: apply.StorageRegion, Key: apply.MediaStoragePath, Body: Buffer.from('x') }));
  const commit = await api.CommitUpload({ VodSessionKey: apply.VodSessionKey, SubAppId });
  return { etag: put.ETag, url: commit.MediaUrl, fileId: commit.FileId, refused };
}

async function main() {
  const small = await uploadWithVodSdk(process.env.SMALL, process.env.COVER);
  const playlist = await uploadWithVodSdk(process.env.PLAYLIST);
  const large = await uploadWithCosSdk();
  const media = await api.DescribeMediaInfos({ FileIds: [small.FileId, large.fileId, '1'], SubAppId });
  const submitted = await api.ProcessMedia({ FileId: small.FileId, SubAppId, SessionId: 'sdk-1', MediaProcessTask: { TranscodeTaskSet: [{ Definition: 100830 }] } });
  const duplicate = await failure(api.ProcessMedia({ FileId: small.FileId, SubAppId, SessionId: 'sdk-1', MediaProcessTask: { TranscodeTaskSet: [{ Definition: 100830 }] } }));
  const transcode = await finished(submitted.TaskId);
  const image = await api.CreateAigcImageTask({ SubAppId, ModelName: 'Hunyuan', ModelVersion: '3.0', Prompt: 'a lighthouse' });
  const drawn = await finished(image.TaskId);
  console.log(JSON.stringify({
    small: { fileId: small.FileId, url: small.MediaUrl, cover: small.CoverUrl },
    large,
    playlist: playlist.MediaUrl,
    names: media.MediaInfoSet.map(m => m.BasicInfo.Name),
    unknown: media.NotExistFileIdSet,
    transcode: { id: submitted.TaskId, type: transcode.TaskType, url: transcode.ProcedureTask.MediaProcessResultSet[0].TranscodeTask.Output.Url },
    duplicate,
    image: { type: drawn.TaskType, files: drawn.AigcImageTask.Output.FileInfos.length },
    wrongKey: await failure(client({ ...key, secretKey: 'not the key' }).DescribeSubAppIds({})),
    wrongId: await failure(client({ ...key, secretId: 'AKIDUNKNOWN' }).DescribeSubAppIds({})),
    unknownMember: await failure(api.DescribeSubAppIds({ Nonsense: 1 })),
    missingMember: await failure(api.ImportMediaKnowledge({ SubAppId })),
  }));
}

main().catch(e => { console.error(e); process.exit(1); });
