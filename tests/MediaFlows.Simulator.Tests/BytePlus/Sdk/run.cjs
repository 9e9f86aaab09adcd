'use strict';
// Runs the unmodified official SDK against the simulator and prints one JSON document. The SDK sends uploads to https://{host}; the simulated
// host speaks http on a loopback port, so that one word of the URL is changed on its way out, headers and bodies are not.
const axios = require('axios').default;
const { vodOpenapi } = require('@volcengine/openapi');

const host = process.env.VOD_HOST;
axios.interceptors.request.use(config => {
  if (config.url.startsWith(`https://${host}/`)) config.url = config.url.replace('https:', 'http:');
  return config;
});

const space = process.env.VOD_SPACE_NAME;
function service(secretKey = process.env.BYTEPLUS_SECRETKEY, accessKeyId = process.env.BYTEPLUS_ACCESSKEY) {
  const vod = new vodOpenapi.VodService({ accessKeyId, secretKey, host, region: process.env.VOD_REGION, protocol: 'http:' });
  // The SDK's own defaults are the mainland versions of these actions.
  vod.ApplyUploadInfo = vod.createAPI('ApplyUploadInfo', { Version: '2023-01-01' });
  vod.CommitUploadInfo = vod.createAPI('CommitUploadInfo', { Version: '2023-01-01' });
  return vod;
}

const vod = service();
const result = answer => {
  if (answer.ResponseMetadata.Error) throw new Error(JSON.stringify(answer.ResponseMetadata.Error));
  return answer.Result;
};

async function upload(FilePath, FileName) {
  const answer = await vod.UploadMedia({ SpaceName: space, FilePath, FileType: 'media', FileName, FileExtension: '.mp4' });
  return result(answer).Data;
}

async function until(ask, done) {
  for (let i = 0; i < 200; i++) {
    const answer = result(await ask());
    if (done(answer)) return answer;
    await new Promise(r => setTimeout(r, 20));
  }
  throw new Error('not finished');
}

async function main() {
  const small = await upload(process.env.SMALL, 'sdk/small clip.mp4');
  const large = await upload(process.env.LARGE, 'sdk/large.mp4');

  const pullApi = vod.createUrlEncodeAPI('UploadMediaByUrl', { Version: '2023-01-01' });
  const pull = result(await pullApi({ SpaceName: space, URLSets: JSON.stringify([{ SourceUrl: process.env.SOURCE_URL, FileExtension: '.mp4' }]) }));
  const query = vod.createAPI('QueryUploadTaskInfo', { Version: '2023-01-01' });
  const pulled = await until(() => query({ JobIds: `${pull.Data[0].JobId},job-of-nobody` }), r => r.Data.MediaInfoList[0].Vid);

  const start = vod.createJSONAPI('StartExecution', { Version: '2025-07-01' });
  const body = token => ({
    Input: { Type: 'Vid', Vid: small.Vid },
    Operation: { Type: 'Task', Task: { Type: 'Enhance', Enhance: { Type: 'Moe', MoeEnhance: { Config: 'common', VideoStrategy: { RepairStyle: 1, RepairStrength: 0 } } } } },
    Control: { ClientToken: token },
  });
  const run = result(await start(body('sdk-1')));
  const again = result(await start(body('sdk-1')));
  const get = vod.createAPI('GetExecution', { Version: '2025-07-01' });
  const finished = await until(() => get({ RunId: run.RunId }), r => r.Status === 'Success');

  const publish = vod.createAPI('UpdateMediaPublishStatus', { Version: '2023-01-01' });
  result(await publish({ Vid: large.Vid, Status: 'Published' }));
  const play = vod.createAPI('GetPlayInfo', { Version: '2023-01-01' });
  const playInfo = result(await play({ Vid: large.Vid }));

  const refusal = async promise => (await promise).ResponseMetadata.Error;
  console.log(JSON.stringify({
    small, large, finished,
    pull: { vid: pulled.Data.MediaInfoList[0].Vid, missing: pulled.Data.NotExistJobIds },
    sameRun: run.RunId === again.RunId,
    play: playInfo.PlayInfoList.length,
    wrongSecret: await refusal(service('wrong').CommitUploadInfo({ SpaceName: space, SessionKey: 'x' })),
    wrongKey: await refusal(service('wrong', 'AKNOBODY').CommitUploadInfo({ SpaceName: space, SessionKey: 'x' })),
    wrongSession: await refusal(vod.CommitUploadInfo({ SpaceName: space, SessionKey: 'x' })),
    wrongAction: await refusal(vod.createAPI('NoSuchAction', { Version: '2023-01-01' })({})),
  }));
}

main().catch(e => {
  console.error(e);
  process.exit(1);
});
